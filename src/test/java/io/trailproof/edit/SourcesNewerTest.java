package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was written after the plan. */
final class SourcesNewerTest {
  @Test
  void theOnesAreNamedThatAreYounger(@TempDir Path folder) throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.json"), "{}");
    Path older = Files.writeString(folder.resolve("a.tf"), "a");
    Path newer = Files.writeString(folder.resolve("b.tf"), "b");
    Files.setLastModifiedTime(plan, FileTime.fromMillis(2_000));
    Files.setLastModifiedTime(older, FileTime.fromMillis(1_000));
    Files.setLastModifiedTime(newer, FileTime.fromMillis(3_000));
    List<TextEdit> edits =
        List.of(
            new TextEdit(SourceFile.open(older.toString()).span(0, 1), "c"),
            new TextEdit(SourceFile.open(newer.toString()).span(0, 1), "c"));
    assertEquals(List.of(newer.toString()), SourcesNewer.than(plan.toString(), edits));
    assertEquals(List.of(), SourcesNewer.than(folder.resolve("none.json").toString(), edits));
  }
}
