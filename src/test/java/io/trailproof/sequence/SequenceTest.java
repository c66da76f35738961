package io.trailproof.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the streams of the JDK do stands beside what these do; the JDK is right. */
final class SequenceTest {
  private static final List<List<Integer>> SOURCES =
      List.of(
          List.of(),
          List.of(1),
          List.of(2, 1),
          List.of(3, 1, 2, 3, 1),
          List.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 11, 12, 13, 14, 15, 16, 17, 18),
          new ArrayList<>(List.of(5, 5, 4)));

  private static final Map<String, Function<Stream<Integer>, Object>> USES = new LinkedHashMap<>();

  static {
    USES.put("toList", Stream::toList);
    USES.put("filter", all -> all.filter(n -> n % 2 == 0).toList());
    USES.put("map", all -> all.map(n -> "n" + n).toList());
    USES.put("flatMap", all -> all.flatMap(n -> Stream.of(n, -n)).toList());
    USES.put("flatMap, stopped", all -> all.flatMap(n -> Sequence.of(n, -n)).limit(3).toList());
    USES.put("flatMap over less", all -> all.flatMap(n -> Sequence.of(n, -n).limit(1)).toList());
    USES.put("flatMap to nothing", all -> all.flatMap(n -> n > 1 ? null : Stream.of(n)).toList());
    USES.put("distinct", all -> all.distinct().toList());
    USES.put("sorted", all -> all.sorted().toList());
    USES.put("sorted by", all -> all.sorted(Comparator.comparing(n -> -n)).toList());
    USES.put("sorted, stopped", all -> all.sorted().findFirst());
    USES.put("limit", all -> all.limit(2).toList());
    USES.put("limit to none", all -> all.limit(0).toList());
    USES.put("skip", all -> all.skip(2).toList());
    USES.put("peek", all -> all.peek(n -> {}).toList());
    USES.put("toArray", all -> Arrays.asList(all.toArray()));
    USES.put("toArray of", all -> Arrays.asList(all.toArray(Integer[]::new)));
    USES.put("reduce", all -> all.reduce(Integer::sum));
    USES.put("reduce from", all -> all.reduce(7, Integer::sum));
    USES.put("reduce to another", all -> all.reduce("", (s, n) -> s + n, String::concat));
    USES.put("min", all -> all.map(n -> n + "x").min(Comparator.comparing(String::length)));
    USES.put("max", all -> all.map(n -> n + "x").max(Comparator.comparing(String::length)));
    USES.put("count", Stream::count);
    USES.put("anyMatch", all -> all.anyMatch(n -> n == 2));
    USES.put("allMatch", all -> all.allMatch(n -> n < 5));
    USES.put("noneMatch", all -> all.noneMatch(n -> n == 2));
    USES.put("findFirst", all -> all.filter(n -> n < 3).findFirst());
    USES.put("findAny of one", all -> all.limit(1).findAny());
    USES.put("collect", all -> all.collect(Collectors.groupingBy(n -> n % 3)));
    USES.put(
        "collect by hand", all -> all.collect(ArrayList::new, ArrayList::add, ArrayList::addAll));
    USES.put("sum", all -> all.mapToInt(n -> n).sum());
    USES.put("most", all -> all.mapToInt(n -> n).max());
    USES.put("numbers", all -> Arrays.toString(all.mapToInt(n -> n).toArray()));
    USES.put("wide", all -> all.mapToLong(n -> n).sum());
    USES.put("real", all -> all.mapToDouble(n -> n).sum());
    USES.put("ints", all -> all.flatMapToInt(IntStream::of).sum());
    USES.put("parallel", all -> all.parallel().map(n -> n + 1).toList());
    USES.put("unordered", all -> all.unordered().sequential().isParallel());
    USES.put("nulls", all -> all.map(n -> n == 1 ? null : n).toList());
  }

  @Test
  void doesAsTheStreamsOfTheJdk() {
    USES.forEach(
        (name, use) -> {
          for (List<Integer> source : SOURCES) {
            assertEquals(use.apply(source.stream()), use.apply(Sequence.stream(source)), name);
            Collection<Integer> set = new TreeSet<>(source);
            assertEquals(use.apply(set.stream()), use.apply(Sequence.stream(set)), name);
          }
        });
  }

  @Test
  void handsOnNoMoreThanIsWanted() {
    for (Function<Stream<Integer>, Object> use :
        List.<Function<Stream<Integer>, Object>>of(
            all -> all.findFirst(),
            all -> all.limit(1).toList(),
            all -> all.anyMatch(n -> true),
            all -> all.allMatch(n -> false),
            all -> all.flatMap(n -> Sequence.of(n, n)).findFirst())) {
      List<Integer> asked = new ArrayList<>();
      Object used = use.apply(Sequence.stream(List.of(1, 2, 3)).peek(asked::add));
      assertEquals(List.of(1), asked, used.toString());
    }
  }

  @Test
  void beginsWhenItIsAskedForSomething() {
    List<Integer> growing = new ArrayList<>(List.of(1));
    Stream<Integer> all = Sequence.stream(growing).map(n -> n + 1);
    growing.add(2);
    assertEquals(List.of(2, 3), all.toList());
  }

  @Test
  void comesFromWhateverThereIs() {
    assertEquals(List.of(1), Sequence.of(1).toList());
    assertEquals(List.of(1, 2), Sequence.of(1, 2).toList());
    assertEquals(List.of(), Sequence.empty().toList());
    assertEquals(List.of(), Sequence.stream(Optional.empty()).toList());
    assertEquals(List.of(1), Sequence.stream(Optional.of(1)).toList());
    assertEquals(List.of(1, 2), Sequence.concat(Sequence.of(1), Stream.of(2)).toList());
    assertTrue(Sequence.concat(Stream.of(1), Sequence.of(2)).anyMatch(n -> n == 1));
  }

  @Test
  void nobodyChangesTheList() {
    List<Integer> all = Sequence.of(1, 2, 3).toList();
    assertThrows(UnsupportedOperationException.class, () -> all.set(0, 2));
  }

  @Test
  void gathersAsTheJdkDoes() {
    List<String> words = List.of("b", "a", "b");
    assertEquals("bab", Sequence.stream(words).collect(Gathering.joining()));
    assertEquals("b, a, b", Sequence.stream(words).collect(Gathering.joining(", ")));
    assertEquals("[b,a,b]", Sequence.stream(words).collect(Gathering.joining(",", "[", "]")));
    assertEquals("b, a, b", words.stream().parallel().collect(Gathering.joining(", ")));
    assertEquals(
        words.stream().collect(Collectors.toSet()),
        words.stream().parallel().collect(Gathering.toSet()));
    assertEquals(
        List.of("a", "b"),
        List.copyOf(Sequence.stream(words).collect(Gathering.toCollection(TreeSet::new))));
    var set = Sequence.stream(words).collect(Gathering.toUnmodifiableSet());
    assertThrows(UnsupportedOperationException.class, () -> set.add("c"));
  }

  @Test
  void ranksAsTheJdkDoes() {
    List<String> words = List.of("bb", "a", "ccc", "aa", "b", "cc", "");
    List<Comparator<String>> own =
        List.of(
            Ranking.comparing(String::length),
            Ranking.comparing(String::length, Comparator.reverseOrder()),
            Ranking.<String>comparingInt(String::length).thenComparing(word -> word),
            Ranking.<String, Integer>comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()),
            Ranking.<String, Integer>comparing(String::length)
                .thenComparing(word -> word, Comparator.reverseOrder()),
            Ranking.<String, Integer>comparing(String::length).thenComparingInt(String::hashCode));
    List<Comparator<String>> ofJdk =
        List.of(
            Comparator.comparing(String::length),
            Comparator.comparing(String::length, Comparator.reverseOrder()),
            Comparator.<String>comparingInt(String::length).thenComparing(word -> word),
            Comparator.<String, Integer>comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()),
            Comparator.<String, Integer>comparing(String::length)
                .thenComparing(word -> word, Comparator.reverseOrder()),
            Comparator.<String, Integer>comparing(String::length)
                .thenComparingInt(String::hashCode));
    for (int i = 0; i < own.size(); i++) {
      List<String> sorted = words.stream().sorted(ofJdk.get(i)).toList();
      assertEquals(sorted, words.stream().sorted(own.get(i)).toList(), "order " + i);
    }
  }

  @Test
  void countsLettersAsTheJdkDoes() {
    Map<String, Function<IntStream, Object>> uses = new LinkedHashMap<>();
    uses.put("toArray", all -> Arrays.toString(all.toArray()));
    uses.put("filter", all -> Arrays.toString(all.filter(c -> c > 'a').toArray()));
    uses.put("map", all -> Arrays.toString(all.map(c -> c + 1).toArray()));
    uses.put("mapToObj", all -> all.mapToObj(Character::toString).toList());
    uses.put("boxed", all -> all.boxed().toList());
    uses.put("sum", IntStream::sum);
    uses.put("min", IntStream::min);
    uses.put("max", IntStream::max);
    uses.put("count", IntStream::count);
    uses.put("any", all -> all.anyMatch(c -> c == 'b'));
    uses.put("all", all -> all.allMatch(c -> c < 'b'));
    uses.put("none", all -> all.noneMatch(c -> c == 'b'));
    uses.put("first", IntStream::findFirst);
    uses.put("distinct", all -> all.distinct().count());
    uses.put("limit", all -> Arrays.toString(all.limit(1).toArray()));
    uses.put("skip", all -> Arrays.toString(all.skip(1).toArray()));
    uses.put("average", IntStream::average);
    uses.forEach(
        (name, use) -> {
          for (String text : List.of("", "a", "abba", "a\uD83D\uDE00b\uD83D", "x".repeat(40))) {
            assertEquals(use.apply(text.chars()), use.apply(IntSequence.chars(text)), name);
            assertEquals(
                use.apply(text.codePoints()), use.apply(IntSequence.codePoints(text)), name);
          }
        });
  }

  @Test
  void leavesWhatIsRareToTheJdk() {
    assertFalse(Sequence.of(1).isParallel());
    assertTrue(Sequence.of(1).parallel().isParallel());
    assertInstanceOf(IntSequence.class, Sequence.of(1).mapToInt(n -> n));
  }
}
