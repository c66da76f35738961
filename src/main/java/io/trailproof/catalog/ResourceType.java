package io.trailproof.catalog;

import java.util.List;

/** One AWS resource type: its canonical properties and its spellings. */
public interface ResourceType {
  /** The canonical name, such as {@code aws.sns.Topic}. */
  String name();

  /** The words users know it by, such as {@code topic}. */
  String title();

  /** Its spellings. */
  List<Binding> bindings();
}
