package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.configuration.StatedDeployment;
import io.trailproof.input.opening.OpenedFile.Way;
import io.trailproof.source.PathName;
import io.trailproof.source.ReadProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The deployments that a configuration states, and the files that each of them has. */
public final class StatedInputs {
  private final Map<StatedDeployment, Set<Path>> files = new LinkedHashMap<>();

  /** What some statements name, below the folder where the program runs. */
  public StatedInputs(List<StatedDeployment> deployments) {
    deployments.forEach(one -> files.put(one, matching(one)));
  }

  /** All deployments that are stated. */
  public List<StatedDeployment> all() {
    return List.copyOf(files.keySet());
  }

  /** Those that list a file, or have to do with a folder. */
  public List<StatedDeployment> of(String argument) {
    Optional<Path> path = PathName.of(argument);
    boolean isFolder = path.filter(Files::isDirectory).isPresent();
    return all().stream()
        .filter(
            one ->
                isFolder
                    ? one.inputs().stream().anyMatch(glob -> isBelow(glob, path.orElseThrow()))
                    : lists(one, argument))
        .toList();
  }

  private static boolean isBelow(String glob, Path folder) {
    return start(glob).filter(one -> absolute(one).startsWith(absolute(folder))).isPresent();
  }

  /** True if a deployment has a file. */
  public boolean lists(StatedDeployment deployment, String name) {
    return PathName.of(name)
        .map(StatedInputs::absolute)
        .filter(files.getOrDefault(deployment, Set.of())::contains)
        .isPresent();
  }

  /**
   * The files of a deployment, opened; of several plans in one file each is a deployment of its
   * own, beside all other files.
   *
   * @param diagnostics takes what is wrong with them
   */
  public List<DeploymentFiles> open(
      StatedDeployment deployment,
      List<InputFormat> formats,
      ReadProgress progress,
      List<Diagnostic> diagnostics) {
    Opener opener = new Opener(formats, InputStream.nullInputStream(), false, progress);
    for (String glob : deployment.inputs()) {
      List<Path> matching = matching(glob);
      if (matching.isEmpty()) {
        diagnostics.add(InputError.NO_SUCH_INPUTS.at(deployment.span(), deployment.name(), glob));
      }
      for (Path file : matching) {
        opener.open(
            file,
            Glob.isPattern(glob) || start(glob).filter(Files::isDirectory).isPresent()
                ? Way.FOUND
                : Way.NAMED);
      }
    }
    diagnostics.addAll(opener.diagnostics());
    boolean isSilent =
        opener.files().isEmpty()
            && opener.others() > 0
            && opener.diagnostics().stream().noneMatch(Diagnostic::isError);
    if (isSilent && deployment.required()) {
      diagnostics.add(InputError.NO_INPUT_AMONG_THEM.at(deployment.span(), deployment.name()));
    }
    DeploymentFiles whole =
        new DeploymentFiles(
            deployment.name(),
            DeploymentFiles.formats(opener.files()),
            opener.diagnostics().stream().map(Diagnostic::input).distinct().toList(),
            deployment.required(),
            Optional.empty(),
            Optional.of(deployment));
    List<OpenedFile> parts = opener.files().stream().filter(OpenedFile::oneOfSeveral).toList();
    return parts.isEmpty() ? List.of(whole) : apart(whole, parts);
  }

  private static List<DeploymentFiles> apart(DeploymentFiles whole, List<OpenedFile> parts) {
    List<DeploymentFiles> each = whole.apart(parts.stream().map(OpenedFile::file).toList());
    List<DeploymentFiles> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      all.add(each.get(i).sharing(parts.get(i).path()));
    }
    return all;
  }

  private static Set<Path> matching(StatedDeployment deployment) {
    Set<Path> all = new LinkedHashSet<>();
    for (String glob : deployment.inputs()) {
      matching(glob).forEach(file -> all.add(absolute(file)));
    }
    return all;
  }

  /** The files that a glob stands for, by name; what git ignores counts, since it is stated. */
  private static List<Path> matching(String glob) {
    Optional<Path> named = start(glob).filter(StatedInputs::isInside);
    if (named.isEmpty()) {
      return List.of();
    }
    Path start = named.get();
    try {
      if (!Glob.isPattern(glob)) {
        if (Files.isDirectory(start)) {
          return below(start);
        }
        return Files.exists(start) ? List.of(start) : List.of();
      }
      Pattern pattern = Glob.pattern(glob);
      List<Path> found = new ArrayList<>();
      for (Path file : below(start)) {
        if (pattern.matcher(file.toString().replace('\\', '/')).matches()) {
          found.add(file);
        }
      }
      return found;
    } catch (PatternSyntaxException e) {
      return List.of(); // no file can be called so
    }
  }

  /** A file, a folder, or the folder that a pattern is about. */
  private static Optional<Path> start(String glob) {
    return PathName.of(Glob.isPattern(glob) ? Glob.start(glob) : glob);
  }

  /** True if a path is there, and leads by no link out of where the program runs. */
  private static boolean isInside(Path path) {
    try {
      return path.toRealPath().startsWith(PathName.HERE.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> below(Path folder) {
    try {
      return InputFinder.stated(folder);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
