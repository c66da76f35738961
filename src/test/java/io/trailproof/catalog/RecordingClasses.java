package io.trailproof.catalog;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The classes under test once more, of which a few are compiled with a line changed, so that they
 * tell {@code PropertyReads} who asks for a property. What is shipped knows nothing of it.
 */
final class RecordingClasses {
  private static final Path SOURCES = Path.of("src/main/java/io/trailproof");
  private static final String READS = "io.trailproof.graph.PropertyReads.";

  /** What stands in a file, once, and what is put in its place. */
  private record Change(String file, String line, String instead) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change(
              "graph/Resource.java",
              "Value value = properties.get(name);",
              READS + "read(this, name); Value value = properties.get(name);"),
          new Change(
              "rule/Predicate.java",
              "return question.ask(step, kind, arguments);",
              "return ByEvent.each(event -> "
                  + READS
                  + "within(name, () -> question.ask(step, kind, arguments).of(event)));"),
          new Change(
              "graph/ResourceGraph.java",
              "private final Map<Class<?>, Object> workedOut",
              "private final Map<Object, Object> workedOut"),
          new Change(
              "graph/ResourceGraph.java",
              "workedOut.computeIfAbsent(type, any -> workOut.get())",
              "workedOut.computeIfAbsent(List.of(type, "
                  + READS
                  + "reader()), any -> workOut.get())"));

  private RecordingClasses() {}

  /** Loads all classes anew, the changed ones in place of those that they are made of. */
  static URLClassLoader compiledInto(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String file : CHANGES.stream().map(Change::file).distinct().toList()) {
      Path changed = folder.resolve("sources").resolve(file);
      Files.createDirectories(changed.getParent());
      files.add(Files.writeString(changed, changed(file)));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(files, classes);
    List<URL> all = new ArrayList<>(List.of(classes.toUri().toURL()));
    all.addAll(running());
    return new URLClassLoader(all.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static String changed(String file) throws IOException {
    String source = Files.readString(SOURCES.resolve(file));
    for (Change change : CHANGES) {
      if (change.file().equals(file)) {
        int at = source.indexOf(change.line());
        if (at < 0 || at != source.lastIndexOf(change.line())) {
          throw new AssertionError(file + " does not have once: " + change.line());
        }
        source = source.replace(change.line(), change.instead());
      }
    }
    return source;
  }

  private static void compile(List<Path> files, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      String path =
          running().stream()
              .map(RecordingClasses::path)
              .collect(Collectors.joining(File.pathSeparator));
      List<String> options = List.of("-proc:none", "-nowarn", "-d", into.toString(), "-cp", path);
      if (!compiler
          .getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call()) {
        throw new AssertionError("the changed classes cannot be compiled");
      }
    }
  }

  /** What this process runs from, whoever started it. */
  private static List<URL> running() throws IOException {
    if (RecordingClasses.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.asList(loader.getURLs());
    }
    List<URL> all = new ArrayList<>();
    for (String one : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      all.add(Path.of(one).toUri().toURL());
    }
    return all;
  }

  private static String path(URL url) {
    try {
      return Path.of(new URI(url.toString())).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
