package io.trailproof.edit;

import java.util.List;

/**
 * What changes come to in files.
 *
 * @param edits of which no two touch the same bytes
 * @param unwritten what is left to do by hand
 */
public record Edits(List<TextEdit> edits, List<Unwritten> unwritten) {
  /** Nothing to do. */
  public static final Edits NONE = new Edits(List.of(), List.of());

  public Edits {
    edits = List.copyOf(edits);
    unwritten = List.copyOf(unwritten);
  }
}
