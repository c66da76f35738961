package io.trailproof.cli;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is printed steers neither the terminal nor the runner of a CI system that shows it. */
public final class Harmless {
  /** The annotations that we mean, whose parts hold no line end and no sign of a command. */
  private static final Pattern OURS =
      Pattern.compile(
          "::(error|warning|notice)"
              + " (file=[^:,]*,line=\\d+,endLine=\\d+(,col=\\d+,endColumn=\\d+)?,)?title=(Broken|Unknown|Incomplete)%3A"
              + " [^:,]*::.*|::error title=Incomplete%3A.*");

  private Harmless() {}

  /** The first line that does harm, and why. */
  public static Optional<String> harm(String printed) {
    String parted = printed.replace("@\u200b", "@"); // which keeps a mention from being one
    for (String line : parted.split("\n", -1)) {
      if (line.startsWith("::") && !OURS.matcher(line).matches()) {
        return Optional.of("a command of a workflow: " + line);
      }
      if (line.startsWith("##") && !line.startsWith("### ")) { // a heading of ours
        return Optional.of("a command of a runner: " + line);
      }
      for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
        int c = line.codePointAt(i);
        if (steers(Character.getType(c))) {
          return Optional.of("U+" + Integer.toHexString(c) + " in " + line);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean steers(int type) {
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
