package io.trailproof.rule;

import io.trailproof.diagnostic.Label;
import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places a judgement points at: a value, or the resource that lacks it. */
public final class Labels {
  /** Characters of a text that is looked at for a part of it; patterns have a thousand. */
  private static final int LONGEST = 1 << 16;

  private Labels() {}

  /** The place of a value, else of the resource; none where neither was written. */
  public static Label[] at(Value value, Resource resource) {
    return at(value.origin(), resource);
  }

  /** The same of what has been written somewhere. */
  public static Label[] at(Origin origin, Resource resource) {
    List<Label> labels = new ArrayList<>();
    Span span = origin.span() != null ? origin.span() : resource.span();
    if (span != null && !origin.sensitive()) {
      labels.add(new Label(span, ""));
    } else if (resource.span() != null && !origin.sensitive()) {
      labels.add(new Label(resource.span(), ""));
    }
    return labels.toArray(new Label[0]);
  }

  /**
   * The place of a value with some characters of its text underlined; the whole of it where its
   * notation does not tell them.
   */
  public static Label[] within(Value value, Resource resource, int from, int to, String words) {
    Label[] labels = at(value, resource);
    Span span = value.origin().span();
    Optional<String> text = value.asText();
    if (labels.length == 0 || span == null || text.isEmpty() || text.get().length() > LONGEST) {
      return labels;
    }
    Span part = new Node.Scalar(span, Node.Kind.STRING, text.orElseThrow(), null).part(from, to);
    return new Label[] {part.equals(span) ? labels[0] : new Label(span, part, words)};
  }

  /** The place of the part that keeps a value from being known, if it stands inside the value. */
  static Label[] atOpenPart(Value value, Resource resource) {
    Span whole = value.origin().span();
    return OpenPart.of(value)
        .filter(part -> whole != null && isInside(part.origin().span(), whole))
        .map(part -> at(part, resource))
        .orElseGet(() -> at(value, resource));
  }

  private static boolean isInside(@Nullable Span part, Span whole) {
    return part != null
        && part.file().equals(whole.file())
        && part.start() >= whole.start()
        && part.end() <= whole.end();
  }
}
