package io.trailproof.input.opening;

import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents of a file that holds one a line, as {@code terragrunt run-all show -json} prints
 * plans. A single document that is written over several lines is one.
 */
final class Plans {
  private static final int BLOCK = 1 << 16;

  private Plans() {}

  /** The documents, each a part that is called after its line; the file itself if it is one. */
  static List<SourceFile> in(SourceFile file) {
    List<Long> starts = new ArrayList<>();
    try (InputStream in = file.bytes()) {
      if (!isOneALine(in, starts) || starts.size() < 2) {
        return List.of(file);
      }
    } catch (IOException e) {
      return List.of(file); // reading it says why it cannot be read
    }
    List<SourceFile> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      long end = i + 1 < starts.size() ? starts.get(i + 1) : file.length();
      long line = file.position(starts.get(i)).line();
      parts.add(file.part(file.name() + ":" + line, starts.get(i), end));
    }
    return parts;
  }

  /** Collects where lines begin; false as soon as one that is not empty is no whole object. */
  private static boolean isOneALine(InputStream in, List<Long> starts) throws IOException {
    byte[] block = new byte[BLOCK];
    long at = 0;
    long start = -1;
    byte last = 0;
    for (int read = in.read(block); read > 0; read = in.read(block)) {
      for (int i = 0; i < read; i++, at++) {
        byte b = block[i];
        if (b == '\n') {
          if (start >= 0 && last != '}') {
            return false;
          }
          start = -1;
        } else if (b != ' ' && b != '\t' && b != '\r') {
          if (start < 0) {
            if (b != '{') {
              return false;
            }
            start = at;
            starts.add(at);
          }
          last = b;
        }
      }
    }
    return true;
  }
}
