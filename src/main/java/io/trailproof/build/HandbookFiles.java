package io.trailproof.build;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;
import io.trailproof.document.Handbook;
import io.trailproof.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects what goes into the {@link Handbook}. */
final class HandbookFiles {
  private static final Pattern FACT =
      Pattern.compile("(?m)^\\| (F[0-9]+) \\| (.*?) \\| ([^|]*?) \\| (.*?) \\|$");

  private static final String CLASS = ".class";

  private HandbookFiles() {}

  /**
   * The sections that a checkout compiles to.
   *
   * @param classes the compiled classes, of which those are asked that list what can be said
   * @throws IllegalStateException if a file is broken
   */
  static KnowledgeWriter compile(Path checkout, Path classes) throws IOException {
    KnowledgeWriter writer = new KnowledgeWriter();
    for (String name : Handbook.SCHEMAS) {
      Path file =
          name.equals("result")
              ? checkout.resolve("docs/result.schema.json")
              : checkout.resolve("rules/schema").resolve(name + ".schema.json");
      writer.add(Handbook.SCHEMA + name, new Json.Str(Files.readString(file)));
    }
    Matcher fact = FACT.matcher(Files.readString(checkout.resolve("docs/aws-facts.md")));
    while (fact.find()) {
      writer.add(
          Handbook.FACT + fact.group(1),
          object("sentence", fact.group(2), "source", fact.group(3), "conclusion", fact.group(4)));
    }
    said(classes).forEach((id, all) -> writer.add(Handbook.CODE + id, new Json.Arr(all)));
    TestExamples.of(checkout)
        .forEach((requirement, one) -> writer.add(Handbook.EXAMPLE + requirement, one));
    return writer;
  }

  /** An object of texts, given as names and texts in turn. */
  static Json object(String... members) {
    Map<String, Json> all = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      all.put(members[i], new Json.Str(members[i + 1]));
    }
    return new Json.Obj(all);
  }

  /** What the stages can say, by code; each lists it in an enum. */
  private static SortedMap<String, List<Json>> said(Path classes) throws IOException {
    SortedMap<String, List<Json>> said = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes.resolve("io"))) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(CLASS) && !name.endsWith("-info" + CLASS)) {
          String binary = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
          for (Message one : messages(binary)) {
            Map<String, Json> all = new LinkedHashMap<>();
            all.put("severity", new Json.Str(one.severity().word()));
            all.put("text", new Json.Str(one.text()));
            all.put("help", new Json.Arr(one.help().stream().<Json>map(Json.Str::new).toList()));
            said.merge(one.id(), List.of(new Json.Obj(all)), HandbookFiles::both);
          }
        }
      }
    }
    return said;
  }

  private static List<Json> both(List<Json> some, List<Json> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  private static List<Message> messages(String name) {
    try {
      Class<?> type = Class.forName(name, false, HandbookFiles.class.getClassLoader());
      return type.isEnum() && Code.class.isAssignableFrom(type)
          ? Stream.of(type.getEnumConstants()).map(one -> ((Code) one).message()).toList()
          : List.of();
    } catch (ClassNotFoundException | LinkageError e) {
      return List.of(); // what is not of ours, or is half compiled, says nothing
    }
  }
}
