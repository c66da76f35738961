package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.edit.EditedFile;
import io.trailproof.graph.Resource;
import io.trailproof.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was proven into files, all of them or none.
 *
 * @param files the names of those that were written
 * @param refusal why none was
 * @param problems why one could not be
 */
record FixWriting(List<String> files, Optional<String> refusal, List<Diagnostic> problems) {
  /** Nothing was asked for. */
  static final FixWriting NONE = new FixWriting(List.of(), Optional.empty(), List.of());

  FixWriting {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  private static FixWriting refused(String why) {
    return new FixWriting(List.of(), Optional.of(why), List.of());
  }

  /** Writes the files of some deployments. */
  static FixWriting of(List<Fixes> all) {
    int byHand = all.stream().mapToInt(one -> one.together().unwritten().size()).sum();
    if (!all.stream().allMatch(Fixes::isProven)) {
      return refused("not everything that was asked for is proven");
    }
    if (byHand > 0) {
      return refused("what is told in words is left to do by hand, and nothing is proven without");
    }
    Map<String, EditedFile> files = new LinkedHashMap<>();
    for (Fixes fixes : all) {
      for (EditedFile file : fixes.files()) {
        EditedFile other = files.putIfAbsent(file.file().name(), file);
        if (other != null && !other.text().equals(file.text())) {
          return refused("`" + file.file().name() + "` is of several deployments");
        }
        Optional<String> why = new FileToWrite(file.file()).refusal();
        if (why.isPresent()) {
          return refused("`" + file.file().name() + "` stays as it is: " + why.get());
        }
      }
    }
    return shared(all, files).map(FixWriting::refused).orElseGet(() -> written(files));
  }

  /** A file that one deployment changes is not to be another one's that is not proven with it. */
  private static Optional<String> shared(List<Fixes> all, Map<String, EditedFile> files) {
    for (Fixes fixes : all) {
      List<String> own = fixes.files().stream().map(one -> one.file().name()).toList();
      for (String read : read(fixes)) {
        if (files.containsKey(read) && !own.contains(read)) {
          return Optional.of("`" + read + "` is of several deployments");
        }
      }
    }
    return Optional.empty();
  }

  /** The files that a deployment was read from, nested templates too. */
  private static Set<String> read(Fixes fixes) {
    Set<String> names = new LinkedHashSet<>(fixes.deployment().inputs());
    for (Resource resource : fixes.graph().resources()) {
      Span span = resource.span();
      if (span != null) {
        names.add(span.file().name());
      }
    }
    return names;
  }

  /** Writes all, or where one cannot be written puts back those before it. */
  private static FixWriting written(Map<String, EditedFile> files) {
    Map<String, String> marks = new LinkedHashMap<>();
    for (EditedFile file : files.values()) {
      FileToWrite target = new FileToWrite(file.file());
      String mark = target.mark().orElse("");
      Optional<Diagnostic> problem = target.write(file.text());
      if (problem.isPresent()) {
        marks.forEach((name, was) -> restore(files.get(name), was));
        return new FixWriting(List.of(), Optional.empty(), List.of(problem.get()));
      }
      marks.put(file.file().name(), mark);
    }
    return new FixWriting(List.copyOf(marks.keySet()), Optional.empty(), List.of());
  }

  private static void restore(@Nullable EditedFile file, String mark) {
    if (file != null) {
      new FileToWrite(file.file()).restore(mark);
    }
  }
}
