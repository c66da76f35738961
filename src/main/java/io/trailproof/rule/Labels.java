package io.trailproof.rule;

import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The places a judgement points at: a value, or the resource that lacks it. */
public final class Labels {
  private Labels() {}

  /** The place of a value, else of the resource; none where neither was written. */
  public static Label[] at(Value value, Resource resource) {
    List<Label> labels = new ArrayList<>();
    Span span = value.origin().span() != null ? value.origin().span() : resource.span();
    if (span != null && !value.origin().sensitive()) {
      labels.add(new Label(span, ""));
    } else if (resource.span() != null && !value.origin().sensitive()) {
      labels.add(new Label(resource.span(), ""));
    }
    return labels.toArray(new Label[0]);
  }
}
