package io.trailproof.build.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import io.trailproof.ProgramJar;
import io.trailproof.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

final class PlainCodeTest {
  private static final String LOGGER = "since Java 21 an exit looks for a logger of its own";

  /** Lambdas, references and records of every shape; what it says is what they do. */
  private static final String SAMPLE =
      """
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;

      public final class Sample implements Supplier<String> {
        private final String own;
        private static final java.util.regex.Pattern LATER = java.util.regex.Pattern.compile("a+", java.util.regex.Pattern.CASE_INSENSITIVE);
        private static final java.util.regex.Pattern MADE = java.util.regex.Pattern.compile(String.valueOf(7));
        static final java.util.regex.Pattern OPEN = java.util.regex.Pattern.compile("o");
        static class Reader { boolean reads() { return LATER.matcher("AA").matches() && MADE.matcher("7").matches(); } }
        public Sample() { own = "own"; }
        private Sample(String own) { this.own = own; }
        record Empty() {}
        record All(boolean z, byte b, short s, char c, int i, long l, float f, double d, String t, int[] a, List<?> o) {}
        interface Shape { default Supplier<String> later() { return () -> name() + hidden(); }
          String name(); private String hidden() { return "!"; } }
        enum Kind implements Shape { ONE { public String name2() { return own().get(); } Supplier<String> own() { return () -> "1"; } };
          public abstract String name2(); }
        class Inner { Supplier<String> both(long wide, double d) { return () -> own + wide + d + mine(); } private String mine() { return "m"; } }
        static <T extends Comparable<T>> T most(List<T> list, BinaryOperator<T> by) { return list.stream().reduce(by).get(); }
        static String join(String... words) { return String.join("+", words); }
        static int count;
        static int bump(Object ignored) { return ++count; }
        private String kept(Object o) { return own + o; }
        static long widened(int i) { return i * 2L; }

        public String get() {
          List<Object> said = new ArrayList<>();
          int three = 3; long big = 1L << 40; double half = 0.5; char letter = 'x'; boolean yes = true; float quarter = .25f; byte b = 7; short s = 8;
          Supplier<String> caught = () -> own + three + big + half + letter + yes + quarter + b + s;
          said.add(caught.get());
          IntFunction<int[]> array = int[]::new; said.add(array.apply(3).length);
          Function<String, Sample> made = Sample::new; said.add(made.apply("made").own);
          Function<Integer, Long> boxed = i -> (long) i + big; said.add(boxed.apply(1));
          ToIntFunction<Integer> unboxed = Integer::intValue; said.add(unboxed.applyAsInt(9));
          ToLongFunction<Integer> wider = Sample::widened; said.add(wider.applyAsLong(21));
          IntToLongFunction wide = Sample::widened; said.add(wide.applyAsLong(4));
          ToDoubleFunction<Integer> real = i -> i; said.add(real.applyAsDouble(5));
          IntBinaryOperator sum = Integer::sum; said.add(sum.applyAsInt(2, 3));
          Function<String, Integer> length = String::length; said.add(length.apply("four"));
          BiFunction<String, String, Boolean> starts = String::startsWith; said.add(starts.apply("ab", "a"));
          Supplier<Integer> bound = "bound"::length; said.add(bound.get());
          BiFunction<String, String, String> varargs = Sample::join; said.add(varargs.apply("a", "b"));
          Consumer<Object> dropped = Sample::bump; dropped.accept(1); said.add(count);
          Function<Object, String> mine = this::kept; said.add(mine.apply(2));
          Consumer<String> adds = said::add; adds.accept("added");
          LongSupplier longs = () -> big; said.add(longs.getAsLong());
          BooleanSupplier bool = () -> !yes; said.add(bool.getAsBoolean());
          Runnable nothing = () -> {}; nothing.run();
          Function<Integer, Function<Integer, Integer>> curried = x -> y -> x * 10 + y; said.add(curried.apply(4).apply(2));
          said.add(most(List.of("a", "c", "b"), (p, q) -> p.compareTo(q) > 0 ? p : q));
          said.add(Stream.of("b", "a").sorted(Comparator.comparing(Function.identity())).collect(Collectors.toList()));
          said.add(IntStream.range(0, 3).mapToObj(i -> "n" + i).toList());
          said.add(new Reader().reads() + " " + LATER.pattern() + (LATER == LATER) + OPEN.pattern());
          said.add(Set.of(1, 2).stream().map(i -> i + 1).sorted().toList());
          said.add(Optional.of(1).stream().count() + Stream.<Integer>empty().count() + Stream.of(1).count() + Arrays.stream(new String[] {"a"}).count());
          said.add(Stream.concat(List.of("a").stream(), Stream.of("b", "c")).collect(Collectors.joining("+")));
          said.add(Optional.of(List.of(1)).map(List::stream).get().findFirst());
          said.add("abba".chars().distinct().count() + "abba".codePoints().sum());
          List<List<Integer>> lists = List.of(List.of(), List.copyOf(new ArrayList<>(List.of(1, 2, 3)))); said.add(lists.hashCode() + "" + lists);
          Shape shape = () -> "shape"; said.add(shape.later().get());
          said.add(Kind.ONE.name2());
          said.add(new Inner().both(6L, 1.5).get());
          Object[] nested = {(Supplier<Supplier<String>>) () -> () -> own}; said.add(((Supplier<Supplier<String>>) nested[0]).get().get());
          int[] shared = {1};
          All one = new All(true, (byte) 1, (short) 2, 'c', 3, 4L, Float.NaN, -0.0, null, shared, List.of("x"));
          All same = new All(true, (byte) 1, (short) 2, 'c', 3, 4L, Float.NaN, -0.0, null, shared, List.of("x"));
          All zero = new All(true, (byte) 1, (short) 2, 'c', 3, 4L, Float.NaN, 0.0, null, shared, List.of("x"));
          All other = new All(true, (byte) 1, (short) 2, 'c', 3, 5L, Float.NaN, -0.0, "t", shared, List.of("x"));
          said.add(one.equals(same) + " " + one.equals(zero) + " " + one.equals(other) + " " + one.equals(null) + " " + one.equals("x"));
          said.add(one.hashCode() - Arrays.asList(shared).hashCode() == same.hashCode() - Arrays.asList(shared).hashCode());
          All plain = new All(false, (byte) -1, (short) -2, 'd', -3, -4L, 1.5f, 2.5, "text", null, List.of(1, 2));
          said.add(plain.hashCode()); said.add(plain.toString());
          said.add(new Empty() + " " + new Empty().hashCode() + new Empty().equals(new Empty()));
          return said.toString();
        }
      }
      """;

  @Test
  void whatItRewritesMeansTheSame(@TempDir Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve("Sample.java"), SAMPLE);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String[] options = {
      "-XDstringConcat=inline",
      "--release",
      "17",
      "-nowarn",
      "-d",
      classes.toString(),
      source.toString()
    };
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, options));
    assertTrue(dynamicCalls(classes) > 30, "the sample has lambdas");
    String before = said(classes);
    PlainCode.main(new String[] {classes.toString()});
    assertEquals(0, dynamicCalls(classes));
    assertEquals(before, said(classes));
    List<String> calls = callsOf(classes.resolve("Sample.class"));
    assertFalse(calls.contains("java/util/List.stream"));
    assertFalse(calls.contains("java/util/Comparator.comparing"));
    assertFalse(calls.contains("java/util/List.of"));
    assertFalse(calls.contains("java/util/List.copyOf"));
    assertFalse(initializes(classes.resolve("Sample.class"), "LATER"));
  }

  private static String said(Path classes) throws Exception {
    ClassLoader parent = PlainCodeTest.class.getClassLoader();
    URL[] folder = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(folder, parent)) {
      Object sample = loader.loadClass("Sample").getConstructor().newInstance();
      return (String) ((Supplier<?>) sample).get();
    }
  }

  /** The step runs in every build, so that these are the classes that the jar holds. */
  @Test
  void theProgramHasNoDynamicCalls() throws Exception {
    assertEquals(0, dynamicCalls(program().resolve("io")));
  }

  /**
   * What a check of the example has the virtual machine load: nothing that takes long to set up.
   */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = LOGGER)
  void aCheckSetsUpNoStreamOfTheJdk(@TempDir Path folder) throws Exception {
    Path loaded = folder.resolve("loaded.txt");
    List<String> command = new ArrayList<>(ProgramJar.in(folder).command());
    command.add(1, "-Xlog:class+load:file=" + loaded);
    Path plan = Path.of(System.getProperty("trailproof.root", "."), "fixtures/terraform/compliant");
    command.addAll(List.of("check", plan.resolve("plan.json").toString()));
    Process check = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).start();
    assertEquals(0, check.waitFor());
    List<String> names = Files.readAllLines(loaded);
    assertEquals(
        List.of(),
        names.stream().filter(name -> name.contains("stream.AbstractPipeline")).toList());
    long own = names.stream().filter(name -> name.contains(" io.trailproof.")).count();
    assertTrue(own > 500 && own < 900, own + " classes of ours");
  }

  /** The launcher puts our classes beside Java's own, where a check looks into no jar. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = LOGGER)
  void aCheckOpensNoJarAndCompilesNoPattern(@TempDir Path folder) throws Exception {
    Path loaded = folder.resolve("loaded.txt");
    String classes =
        program()
            + File.pathSeparator
            + Path.of(
                JsonFactory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Process check =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + loaded,
                "-Xbootclasspath/a:" + classes,
                "-cp",
                classes,
                Main.class.getName(),
                "check",
                Path.of(System.getProperty("trailproof.root", "."))
                    .resolve("fixtures/terraform/compliant/plan.json")
                    .toString())
            .redirectOutput(Redirect.DISCARD)
            .start();
    assertEquals(0, check.waitFor());
    List<String> names = Files.readAllLines(loaded);
    assertTrue(names.stream().anyMatch(name -> name.contains(" " + Main.class.getName() + " ")));
    for (String slow :
        List.of(
            "java.util.zip.ZipFile",
            "java.util.jar.JarFile",
            "java.util.regex.Pattern",
            "java.util.EnumMap",
            "java.util.RegularEnumSet",
            "java.time.LocalDate",
            "sun.nio.ch.FileChannelImpl")) {
      assertEquals(
          List.of(), names.stream().filter(name -> name.contains(" " + slow + " ")).toList());
    }
  }

  @Test
  void aSecondRunChangesNothing(@TempDir Path folder) throws Exception {
    Path some = folder.resolve("some");
    copy(program().resolve("io/trailproof/rule"), some.resolve("io/trailproof/rule"));
    PlainCode.main(new String[] {some.toString()});
    Map<String, byte[]> once = bytes(some);
    PlainCode.main(new String[] {some.toString()});
    Map<String, byte[]> twice = bytes(some);
    assertFalse(once.isEmpty());
    assertEquals(once.keySet(), twice.keySet());
    once.forEach((name, bytes) -> assertArrayEquals(bytes, twice.get(name), name));
  }

  private static Path program() throws URISyntaxException {
    return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static Map<String, byte[]> bytes(Path folder) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  private static long dynamicCalls(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(".class"))
          .mapToLong(PlainCodeTest::dynamicCallsOf)
          .sum();
    }
  }

  private static boolean initializes(Path file, String field) throws IOException {
    ClassNode node = new ClassNode();
    new ClassReader(Files.readAllBytes(file)).accept(node, 0);
    return node.methods.stream()
        .filter(method -> method.name.equals("<clinit>"))
        .flatMap(method -> Stream.of(method.instructions.toArray()))
        .anyMatch(at -> at instanceof FieldInsnNode put && put.name.equals(field));
  }

  private static List<String> callsOf(Path file) throws IOException {
    ClassNode node = new ClassNode();
    new ClassReader(Files.readAllBytes(file)).accept(node, 0);
    return node.methods.stream()
        .flatMap(method -> Stream.of(method.instructions.toArray()))
        .filter(MethodInsnNode.class::isInstance)
        .map(at -> ((MethodInsnNode) at).owner + "." + ((MethodInsnNode) at).name)
        .toList();
  }

  private static long dynamicCallsOf(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("BootstrapMethods")) {
        return 0;
      }
      ClassNode node = new ClassNode();
      new ClassReader(bytes).accept(node, 0);
      return node.methods.stream()
          .flatMap(method -> Stream.of(method.instructions.toArray()))
          .filter(InvokeDynamicInsnNode.class::isInstance)
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
