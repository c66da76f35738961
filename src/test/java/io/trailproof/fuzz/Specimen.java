package io.trailproof.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One case: files, the first of which was changed, and how the program is called with them.
 *
 * @param story where it comes from and what was done to it, for people
 * @param files by name; never empty
 * @param arguments of the program; {@link #FOLDER} stands for the folder of the files
 * @param secrets texts that no output may hold
 * @param statuses exit codes that it may end with
 */
record Specimen(
    String story,
    Map<String, byte[]> files,
    List<String> arguments,
    Set<String> secrets,
    Set<Integer> statuses) {
  /** What stands for the folder of the files in {@link #arguments}. */
  static final String FOLDER = "{folder}";

  /** What stands for the text of the changed file in {@link #arguments}. */
  static final String TEXT = "{text}";

  static final Set<Integer> ANY_STATUS = Set.of(0, 1, 3);

  /** One file that is checked. */
  static Specimen checked(String story, String name, byte[] bytes) {
    return new Specimen(
        story,
        Map.of(name, bytes),
        List.of("check", "--no-config", FOLDER + "/" + name),
        Set.of(),
        ANY_STATUS);
  }

  /** One text that an engine reads. */
  static Specimen text(String story, byte[] bytes) {
    return new Specimen(story, Map.of("input.txt", bytes), List.of(), Set.of(), ANY_STATUS);
  }

  /** The name of the file that was changed. */
  String name() {
    return files.keySet().iterator().next();
  }

  /** The bytes of the file that was changed. */
  byte[] bytes() {
    return files.values().iterator().next();
  }

  /** The same with other bytes in the first file. */
  Specimen with(byte[] bytes) {
    Map<String, byte[]> changed = new LinkedHashMap<>(files);
    changed.put(name(), bytes);
    return new Specimen(story, changed, arguments, secrets, statuses);
  }

  /** The same with a further file. */
  Specimen and(String name, byte[] bytes) {
    Map<String, byte[]> more = new LinkedHashMap<>(files);
    more.put(name, bytes);
    return new Specimen(story, more, arguments, secrets, statuses);
  }

  /** The same, called in another way. */
  Specimen calling(String... other) {
    return new Specimen(story, files, List.of(other), secrets, statuses);
  }

  /** The same, with texts that nobody may see. */
  Specimen hiding(String... texts) {
    return new Specimen(story, files, arguments, Set.of(texts), statuses);
  }

  /** The same, if it may end in these ways only. */
  Specimen ending(Integer... codes) {
    return new Specimen(story, files, arguments, secrets, Set.of(codes));
  }
}
