package io.trailproof.packaging;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The launcher of an installation: that of a checkout, which finds Java and keeps an archive of
 * classes, without what builds. What it keeps lies in the user's cache, as an installation may not
 * be written to.
 */
final class InstalledLauncher {
  private static final Pattern SECTION =
      Pattern.compile("(?m)^# --- (.+?) -+\\R(?s:.*?)(?=^# --- |\\z)");

  private InstalledLauncher() {}

  /**
   * The launcher of one kind of installation.
   *
   * @param kind tells the caches of several installations apart
   */
  static String of(Release release, String kind) throws IOException {
    StringBuilder launcher = new StringBuilder();
    String whole = release.source("trailproof");
    Matcher section = SECTION.matcher(whole);
    if (!section.find()) {
      throw new IllegalStateException("the launcher has no sections");
    }
    launcher.append(headed(whole.substring(0, section.start()), release));
    do {
      launcher.append(
          switch (section.group(1)) {
            case "where things are" ->
                release.template("where-things-are.sh").replace("@KIND@", kind);
            case "the jar" -> "";
            case "Java", "locks", "what there is", "start-up" -> section.group();
            default -> throw new IllegalStateException("a new section: " + section.group(1));
          });
    } while (section.find());
    return launcher.toString();
  }

  /** The beginning with another text about what it is. */
  private static String headed(String beginning, Release release) throws IOException {
    int code = beginning.indexOf("\nset -u\n");
    return release.template("launcher-head.sh") + beginning.substring(code);
  }
}
