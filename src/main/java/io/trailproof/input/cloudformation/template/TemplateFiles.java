package io.trailproof.input.cloudformation.template;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.document.Unquoted;
import io.trailproof.source.Limits;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The template files beside the inputs; nothing outside their folders is ever opened. */
public final class TemplateFiles {
  private static final int FOLDER_DEPTH = 8;
  private static final Path SKIPPED = Path.of("node_modules");

  private static final List<String> SNIPPETS = List.of(".json", ".yaml", ".yml", ".template");

  private final List<Template> templates = new ArrayList<>();
  private final Map<Path, Template> inputs = new HashMap<>();
  private final Map<Path, Optional<Node>> snippets = new HashMap<>();
  private final Map<Path, Optional<Template>> read = new HashMap<>();
  private final Map<SourceFile, CloudAssembly.Target> targets = new HashMap<>();
  private final Map<Path, List<Path>> folders = new HashMap<>();
  private final Map<Path, Map<String, String>> assets = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final boolean alone;

  /** The files beside some templates. */
  public TemplateFiles(List<Template> templates) {
    this(templates, false);
  }

  private TemplateFiles(List<Template> templates, boolean alone) {
    this.alone = alone;
    for (Template written : templates) {
      Template template = Includes.in(written, this);
      this.templates.add(template);
      place(template.file()).ifPresent(path -> inputs.put(path, template));
    }
  }

  /** None, whatever the names of some templates look like: they were not read from files. */
  public static TemplateFiles alone(List<Template> templates) {
    return new TemplateFiles(templates, true);
  }

  /** The templates of the inputs, with what they include. */
  public List<Template> templates() {
    return templates;
  }

  /** What reading the files had to say. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** What is wrong with templates, without the text of what nobody is to be shown. */
  public List<Diagnostic> unquoted(Collection<Diagnostic> problems) {
    WithheldText withheld = new WithheldText();
    snippets.values().forEach(one -> one.ifPresent(withheld::included));
    templates.forEach(withheld::hiddenParameters);
    read.values().forEach(one -> one.ifPresent(withheld::hiddenParameters));
    return withheld.unquoted(problems);
  }

  /** Where the assembly beside a template says that it is deployed to. */
  public CloudAssembly.Target target(SourceFile template) {
    return targets.computeIfAbsent(
        template, file -> place(file).map(CloudAssembly::target).orElse(CloudAssembly.NOWHERE));
  }

  /** True if the assembly that holds a template deploys it with another stack only. */
  public static boolean isPart(SourceFile template) {
    return path(template.name()).filter(CloudAssembly::isPart).isPresent();
  }

  /** The snippets beside a template that it includes, by absolute path. */
  public static Set<Path> takenIn(SourceFile template) {
    if (!Includes.mayStandIn(template)) {
      return Set.of();
    }
    TemplateFiles files = new TemplateFiles(Template.read(template).value().stream().toList());
    return files.snippets.entrySet().stream()
        .filter(snippet -> snippet.getValue().isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The template that exactly one file of a name holds, in the folder of another or below it. */
  public Optional<Template> named(SourceFile parent, String fileName) {
    Optional<Path> folder = folder(parent);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    String asset = assets.computeIfAbsent(folder.get(), CloudAssembly::assets).get(fileName);
    if (asset != null) {
      return at(parent, asset);
    }
    List<Path> matches =
        folders.computeIfAbsent(folder.get(), TemplateFiles::walk).stream()
            .filter(file -> PathName.isCalled(file, fileName))
            .toList();
    return matches.size() == 1 ? load(parent, folder.get(), matches.get(0)) : Optional.empty();
  }

  /** The template at a path relative to another, if it does not lead out of its folder. */
  public Optional<Template> at(SourceFile parent, String relative) {
    Optional<Path> folder = folder(parent);
    return beside(folder, relative).flatMap(file -> load(parent, folder.orElseThrow(), file));
  }

  /** The part of a template at a path relative to it, if it does not lead out of its folder. */
  Optional<Node> snippet(SourceFile parent, String relative) {
    Optional<Path> folder = folder(parent);
    Optional<Path> file = beside(folder, relative);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> known = snippets.get(file.get());
    if (known == null) {
      known = source(parent, folder.orElseThrow(), file.get()).flatMap(this::snippet);
      snippets.put(file.get(), known);
    }
    return known;
  }

  private Optional<Node> snippet(SourceFile file) {
    Outcome<Node> outcome = Documents.read(file);
    // A template may name any file, and one that is no snippet must not be shown by it.
    diagnostics.addAll(Unquoted.all(outcome.diagnostics()));
    Optional<Node> snippet =
        outcome.value().filter(root -> root.asScalar().isEmpty() || isCalledAsSnippet(file));
    snippet.ifPresent(root -> diagnostics.addAll(Unquoted.all(Structure.snippet(root))));
    return snippet;
  }

  /** Any file is a text to YAML, a token too; one that is meant to be a snippet is called so. */
  private static boolean isCalledAsSnippet(SourceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return SNIPPETS.stream().anyMatch(name::endsWith);
  }

  private static Optional<Path> beside(Optional<Path> folder, String relative) {
    return folder
        .flatMap(path -> PathName.from(path, relative))
        .map(Path::normalize)
        .filter(file -> file.startsWith(folder.orElseThrow()) && Files.isRegularFile(file));
  }

  private Optional<Template> load(SourceFile parent, Path folder, Path file) {
    Template input = inputs.get(file);
    if (input != null) {
      return Optional.of(input);
    }
    Optional<Template> known = read.get(file);
    if (known == null) {
      known = source(parent, folder, file).flatMap(this::template);
      read.put(file, known);
    }
    return known;
  }

  private Optional<Template> template(SourceFile file) {
    Outcome<Template> outcome = Template.read(file);
    diagnostics.addAll(
        outcome.built() == null ? Unquoted.all(outcome.diagnostics()) : outcome.diagnostics());
    return outcome.value().map(template -> Includes.in(template, this));
  }

  private static Optional<SourceFile> source(SourceFile parent, Path folder, Path file) {
    try {
      return isWithin(folder.toRealPath(), file.toRealPath())
              && Files.size(file) <= Limits.TEMPLATE_BYTES
          ? Optional.of(SourceFile.open(display(parent, folder, file), file))
          : Optional.empty();
    } catch (UnreadableSource | IOException e) {
      return Optional.empty();
    }
  }

  /** Nothing hidden is part of a template, and much that is hidden holds secrets. */
  private static boolean isWithin(Path folder, Path file) {
    return file.startsWith(folder) && PathName.isOpen(folder, file);
  }

  /** The name a user would give the file, seen from the name they gave the parent. */
  private static String display(SourceFile parent, Path folder, Path file) {
    String name = parent.name();
    String before = name.substring(0, Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return before + folder.relativize(file).toString().replace('\\', '/');
  }

  private Optional<Path> folder(SourceFile parent) {
    return place(parent).map(Path::getParent).filter(Files::isDirectory);
  }

  private Optional<Path> place(SourceFile file) {
    return alone ? Optional.empty() : path(file.name());
  }

  private static Optional<Path> path(String name) {
    return name.equals("-") || name.isEmpty()
        ? Optional.empty()
        : PathName.of(name).map(path -> path.toAbsolutePath().normalize());
  }

  private static List<Path> walk(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          FOLDER_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return dir.endsWith(SKIPPED) || !PathName.isOpen(folder, dir)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                files.add(file);
              }
              return files.size() < Limits.TEMPLATE_FILES
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return List.of();
    }
    return files.size() < Limits.TEMPLATE_FILES ? files : List.of();
  }
}
