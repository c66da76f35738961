package io.trailproof.edit;

import io.trailproof.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file with edits made.
 *
 * @param file as it was
 * @param text as it is with them
 */
public record EditedFile(SourceFile file, String text) {
  /** The files that some edits touch, in the order in which they come first. */
  public static List<EditedFile> of(List<TextEdit> edits) {
    Map<SourceFile, List<TextEdit>> byFile = new LinkedHashMap<>();
    for (TextEdit edit : edits) {
      byFile.computeIfAbsent(edit.where().file(), any -> new ArrayList<>()).add(edit);
    }
    List<EditedFile> files = new ArrayList<>();
    byFile.forEach((file, some) -> files.add(new EditedFile(file, edited(file, some))));
    return files;
  }

  private static String edited(SourceFile file, List<TextEdit> edits) {
    List<TextEdit> inOrder = new ArrayList<>(edits);
    inOrder.sort(Comparator.comparingLong(one -> one.where().start()));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    long at = 0;
    for (TextEdit edit : inOrder) {
      all.writeBytes(file.bytes(at, edit.where().start()));
      all.writeBytes(edit.text().getBytes(StandardCharsets.UTF_8));
      at = edit.where().end();
    }
    all.writeBytes(file.bytes(at, file.length()));
    return all.toString(StandardCharsets.UTF_8);
  }
}
