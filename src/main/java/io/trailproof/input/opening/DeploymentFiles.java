package io.trailproof.input.opening;

import io.trailproof.input.InputFormat;
import io.trailproof.input.configuration.StatedDeployment;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that are judged together.
 *
 * @param files each with the format it was recognised as
 * @param unread the names of those that could not even be recognised
 * @param isRequired true if it must have a verdict, whatever it holds
 * @param sharing the file that it shares with other deployments, of which one at least must have a
 *     verdict
 * @param stated the statement that it follows, if there is one
 */
public record DeploymentFiles(
    String name,
    Map<SourceFile, InputFormat> files,
    List<String> unread,
    boolean isRequired,
    Optional<String> sharing,
    Optional<StatedDeployment> stated) {
  /** The name of what nobody gave one. */
  public static final String DEFAULT = "default";

  public DeploymentFiles {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    unread = List.copyOf(unread);
  }

  /** The same files under another name. */
  public DeploymentFiles named(String other) {
    return new DeploymentFiles(other, files, unread, isRequired, sharing, stated);
  }

  /** The same, which must have a verdict. */
  public DeploymentFiles required() {
    return new DeploymentFiles(name, files, unread, true, sharing, stated);
  }

  /** The same, were none of the files readable; it must have a verdict, since nobody knows. */
  public DeploymentFiles unreadable() {
    List<String> all = new ArrayList<>(unread);
    all.addAll(inputs());
    return new DeploymentFiles(name, Map.of(), all, true, Optional.empty(), stated);
  }

  /** The same, which shares a file with others: of all that do, one must have the verdict. */
  DeploymentFiles sharing(String file) {
    Optional<String> shared = isRequired ? Optional.of(file) : Optional.empty();
    return new DeploymentFiles(name, files, unread, false, shared, stated);
  }

  /** The paths, as the user gave them. */
  public List<String> inputs() {
    return files.keySet().stream().map(SourceFile::name).toList();
  }

  /**
   * The same with each of some files apart from the others of them, beside all that is not of them.
   *
   * @param apart files that cannot be of one deployment
   */
  public List<DeploymentFiles> apart(List<SourceFile> apart) {
    List<DeploymentFiles> all = new ArrayList<>();
    for (SourceFile one : apart) {
      Map<SourceFile, InputFormat> some = new LinkedHashMap<>();
      files.forEach(
          (file, format) -> {
            if (file.equals(one) || !apart.contains(file)) {
              some.put(file, format);
            }
          });
      all.add(new DeploymentFiles(one.name(), some, unread, isRequired, sharing, stated));
    }
    return all;
  }

  static Map<SourceFile, InputFormat> formats(List<OpenedFile> opened) {
    Map<SourceFile, InputFormat> formats = new LinkedHashMap<>();
    opened.forEach(one -> formats.put(one.file(), one.format()));
    return formats;
  }
}
