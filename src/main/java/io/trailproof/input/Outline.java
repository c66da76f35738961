package io.trailproof.input;

import io.trailproof.document.RootMembers;

/**
 * What tells what a document is.
 *
 * @param json true if the document is JSON, false if YAML
 * @param root the members of its root, as far as they were looked at
 */
public record Outline(boolean json, RootMembers root) {}
