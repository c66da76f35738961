package io.trailproof.cli;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Arguments that begin with a dash and are files.
 *
 * <p>A hook hands over file names as they are, {@code -dash.json} among them, and {@code --} is no
 * cure because a user's options come after it. What is an existing file and no option is meant as
 * the file, and is written {@code ./-dash.json} from here on. So is one that is called as an option
 * that judges nothing, since its exit code would look like a proof; for any other option, nobody
 * can tell whether it or the file is meant.
 */
final class FileArguments {
  private static final Set<String> JUDGE_NOTHING = Set.of("-h", "--help", "-V", "--version");
  private static final String END_OF_OPTIONS = "--";

  private final Usage usage;

  FileArguments(Usage usage) {
    this.usage = usage;
  }

  /**
   * The arguments with files marked as such.
   *
   * @throws Misuse if one is an option and a file
   */
  List<String> marked(String[] arguments) {
    int end = Arrays.asList(arguments).indexOf(END_OF_OPTIONS);
    String[] marked = arguments.clone();
    for (int i = 0; i < marked.length; i++) {
      boolean mayBeOption = end < 0 || i < end;
      if (isDashedFile(marked[i])) {
        if (mayBeOption) {
          refuseOption(marked[i]);
        }
        marked[i] = "./" + marked[i];
      }
    }
    return Arrays.asList(marked);
  }

  private static boolean isDashedFile(String argument) {
    return argument.length() > 1
        && argument.startsWith("-")
        && !argument.equals(END_OF_OPTIONS)
        && new File(argument).isFile();
  }

  private void refuseOption(String argument) {
    if (isOption(argument) && !JUDGE_NOTHING.contains(argument)) {
      throw new Misuse(
          "`"
              + argument
              + "` is an option and a file; `./"
              + argument
              + "` is the file, and where there is no such file, the option");
    }
  }

  private boolean isOption(String argument) {
    for (Usage.Option option : usage.options()) {
      if (option.names().contains(argument)) {
        return true;
      }
    }
    return false;
  }
}
