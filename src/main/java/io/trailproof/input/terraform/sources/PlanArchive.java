package io.trailproof.input.terraform.sources;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.PlanSource;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The zip that {@code terraform plan -out} writes, which holds every file that was read for it. */
public final class PlanArchive implements SourceTree {
  private final String name;
  private final Map<String, List<SourceFile>> modules;

  private PlanArchive(String name, Map<String, List<SourceFile>> modules) {
    this.name = name;
    this.modules = modules;
  }

  /** A plan file that the user names. */
  public static Outcome<PlanArchive> open(String name) {
    Optional<Path> file = PathName.of(name);
    if (file.isEmpty()) {
      return Outcome.failed(SourceNote.UNREADABLE_PLAN.of(name, "not a path"));
    }
    try {
      Map<String, List<SourceFile>> modules = ArchivedFiles.read(file.get());
      return modules.isEmpty()
          ? Outcome.failed(SourceNote.NO_SOURCES.of(name))
          : Outcome.of(new PlanArchive(name, modules));
    } catch (IOException e) {
      return Outcome.failed(SourceNote.UNREADABLE_PLAN.of(name, "cannot be read as a binary plan"));
    }
  }

  @Override
  public String name() {
    return "`" + name + "`";
  }

  @Override
  public PlanSource.From from() {
    return PlanSource.From.PLAN_FILE;
  }

  /** Modules of any source are in the plan, by the names of the calls that lead to them. */
  @Override
  public Optional<String> called(String caller, String call, Optional<String> source) {
    String key = caller.isEmpty() ? call : caller + "." + call;
    return modules.containsKey(key) ? Optional.of(key) : Optional.empty();
  }

  @Override
  public List<SourceFile> files(String location, FileNames names) {
    Map<String, SourceFile> byName = new LinkedHashMap<>();
    for (SourceFile file : modules.getOrDefault(location, List.of())) {
      byName.put(file.name().substring(file.name().lastIndexOf('/') + 1), file);
    }
    List<SourceFile> files = new ArrayList<>();
    names
        .read(byName.keySet())
        .forEach(name -> files.add(Objects.requireNonNull(byName.get(name))));
    return files;
  }
}
