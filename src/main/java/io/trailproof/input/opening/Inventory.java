package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.opening.OpenedFile.Way;
import io.trailproof.source.ReadProgress;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs below a folder in the groups that they tell of, whether or not git ignores them, as it
 * does plans; links are not followed.
 *
 * @param groups each with the files that belong together
 * @param diagnostics what could not be read
 */
public record Inventory(List<Group> groups, List<Diagnostic> diagnostics) {
  /**
   * What belongs together.
   *
   * @param paths of its files; several plans in one file have the same
   */
  public record Group(DeploymentFiles files, List<String> paths) {
    public Group {
      paths = List.copyOf(paths);
    }
  }

  public Inventory {
    groups = List.copyOf(groups);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Takes stock of a folder; an empty path is the folder where the program runs. */
  public static Inventory below(Path folder, List<InputFormat> formats, ReadProgress progress) {
    Opener opener = new Opener(formats, InputStream.nullInputStream(), false, progress);
    List<Diagnostic> diagnostics = new ArrayList<>();
    try {
      InputFinder.withIgnored(folder).forEach(file -> opener.open(file, Way.FOUND));
    } catch (IOException e) {
      diagnostics.add(InputError.FOLDER.of(folder.toString()));
    }
    diagnostics.addAll(opener.diagnostics());
    Map<SourceFile, String> paths = new HashMap<>();
    opener.files().forEach(one -> paths.put(one.file(), one.path()));
    List<Group> groups = new ArrayList<>();
    for (DeploymentFiles one : new Grouping(opener.files(), List.of(), false).byWhatTheyTell()) {
      groups.add(
          new Group(
              one,
              one.files().keySet().stream().map(file -> path(paths, file)).distinct().toList()));
    }
    return new Inventory(groups, diagnostics);
  }

  private static String path(Map<SourceFile, String> paths, SourceFile file) {
    return paths.getOrDefault(file, file.name()).replace('\\', '/');
  }
}
