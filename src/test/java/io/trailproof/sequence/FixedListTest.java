package io.trailproof.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FixedListTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 40})
  void itIsWhatThatOfTheJdkIs(int length) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      all.add("n" + i);
    }
    List<String> jdk = List.copyOf(all);
    for (List<String> own :
        List.of(FixedList.copyOf(all), FixedList.of(all.toArray(new String[0])))) {
      assertEquals(jdk, own);
      assertEquals(own, jdk);
      assertEquals(own, FixedList.copyOf(jdk));
      assertEquals(jdk.hashCode(), own.hashCode());
      assertEquals(jdk.toString(), own.toString());
      assertEquals(jdk.size(), own.size());
      assertEquals(jdk.isEmpty(), own.isEmpty());
      assertArrayEquals(jdk.toArray(), own.toArray());
      assertArrayEquals(jdk.toArray(new String[0]), own.toArray(new String[0]));
      assertEquals(jdk.subList(0, length / 2), own.subList(0, length / 2));
      assertEquals(jdk, passed(own));
      List<String> told = new ArrayList<>();
      own.forEach(told::add);
      assertEquals(jdk, told);
      assertEquals(jdk, own.stream().toList());
      for (String one : List.of("n0", "n1", "n39", "none")) {
        assertEquals(jdk.indexOf(one), own.indexOf(one));
        assertEquals(jdk.lastIndexOf(one), own.lastIndexOf(one));
        assertEquals(jdk.contains(one), own.contains(one));
      }
      assertThrows(IndexOutOfBoundsException.class, () -> own.get(length));
      assertThrows(IndexOutOfBoundsException.class, () -> own.get(-1));
    }
  }

  private static List<String> passed(List<String> all) {
    List<String> passed = new ArrayList<>();
    Iterator<String> pass = all.iterator();
    while (pass.hasNext()) {
      passed.add(pass.next());
    }
    assertThrows(NoSuchElementException.class, pass::next);
    return passed;
  }

  @Test
  void byNumberItIsTheSame() {
    assertEquals(List.of(), FixedList.of());
    assertEquals(List.of("a"), FixedList.of("a"));
    assertEquals(List.of("a", "b"), FixedList.of("a", "b"));
    assertEquals(List.of("a", "b", "c"), FixedList.of("a", "b", "c"));
    assertNotEquals(FixedList.of("a", "b"), FixedList.of("b", "a"));
    assertNotEquals(FixedList.of("a"), FixedList.of("a", "a"));
  }

  @Test
  void itNeverChanges() {
    String[] given = {"a", "b"};
    List<String> ofArray = FixedList.of(given);
    List<String> list = new ArrayList<>(List.of("a", "b"));
    List<String> copy = FixedList.copyOf(list);
    given[0] = "c";
    list.set(0, "c");
    copy.toArray()[0] = "c";
    assertEquals(List.of("a", "b"), ofArray);
    assertEquals(List.of("a", "b"), copy);
    assertThrows(UnsupportedOperationException.class, () -> copy.set(0, "c"));
    assertThrows(UnsupportedOperationException.class, () -> copy.add("c"));
    assertThrows(UnsupportedOperationException.class, () -> copy.remove("a"));
    assertThrows(UnsupportedOperationException.class, copy::clear);
    assertThrows(UnsupportedOperationException.class, () -> copy.sort(null));
    assertSame(copy, FixedList.copyOf(copy));
  }

  @Test
  void itHoldsNoNull() {
    assertThrows(NullPointerException.class, () -> FixedList.copyOf(Arrays.asList("a", null)));
    assertThrows(NullPointerException.class, () -> FixedList.of(new String[] {null}));
    assertFalse(FixedList.of("a").contains("b"));
  }
}
