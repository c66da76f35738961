package io.trailproof.document;

import io.trailproof.document.YamlCursor.Uncommon;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML as nearly everybody writes it: blocks, brackets, local tags, scalars that end on their
 * line, texts in lines of their own, in ASCII. At the first thing that is written otherwise, or
 * wrongly, it gives up, and the document is SnakeYAML's to read: what is read here is read the same
 * there, in six times the time.
 */
final class CommonYaml {
  /** Deeper documents are counted elsewhere. */
  private static final int DEPTH = 64;

  private final SourceFile file;
  private final YamlCursor cursor;
  private final CommonScalars scalars;
  private final YamlTree tree;

  private CommonYaml(SourceFile file, byte[] bytes) {
    this.file = file;
    this.cursor = new YamlCursor(bytes);
    this.scalars = new CommonScalars(cursor);
    this.tree = new YamlTree(file);
  }

  /** The document; null if it is not of the common kind. */
  static @Nullable Node read(SourceFile file, byte[] bytes) {
    if (!YamlCursor.isPlain(bytes)) {
      return null;
    }
    try {
      return new CommonYaml(file, bytes).document();
    } catch (Uncommon e) {
      return null;
    }
  }

  private @Nullable Node document() throws Uncommon {
    cursor.skipStart();
    cursor.toContent();
    int column = cursor.column();
    if (cursor.isItem()) {
      sequence(column, cursor.at(), null, false);
    } else {
      mapping(column, cursor.at(), null);
    }
    return cursor.column() < 0 ? tree.root() : null;
  }

  // --- blocks; each leaves the cursor at the content that follows

  private void mapping(int column, int start, @Nullable String tag) throws Uncommon {
    requireDepth();
    tree.openMapping(start, tag);
    while (cursor.column() == column) {
      key();
      int afterColon = cursor.at();
      if (!cursor.isLineDone()) {
        value(cursor.at(), column, false);
      } else {
        cursor.nextLine();
        if (cursor.column() > column) {
          value(cursor.at(), column, true);
        } else if (cursor.column() == column && cursor.isItem()) {
          sequence(column, cursor.at(), null, true);
        } else {
          nothing(afterColon);
        }
      }
    }
    requireEnded(column);
    tree.close(tree.lastEnd());
  }

  /**
   * A list.
   *
   * @param isFlush true if it stands at the column of the key that holds it
   */
  private void sequence(int column, int start, @Nullable String tag, boolean isFlush)
      throws Uncommon {
    requireDepth();
    tree.openSequence(start, tag);
    while (cursor.column() == column && cursor.isItem()) {
      cursor.forward(1);
      int afterDash = cursor.at();
      if (!cursor.isLineDone()) {
        value(cursor.at(), column, true);
      } else {
        cursor.nextLine();
        if (cursor.column() > column) {
          value(cursor.at(), column, true);
        } else {
          nothing(afterDash);
        }
      }
    }
    if (!isFlush || cursor.column() != column) {
      requireEnded(column);
    }
    tree.close(tree.lastEnd());
  }

  private void requireEnded(int column) throws Uncommon {
    if (cursor.column() >= column) {
      throw new Uncommon();
    }
  }

  private void requireDepth() throws Uncommon {
    if (tree.depth() > DEPTH) {
      throw new Uncommon();
    }
  }

  private void nothing(int place) {
    tree.add(new Node.Scalar(file.span(place, place), YamlScalars.plain(""), "", null));
  }

  /** A key and its colon. */
  private void key() throws Uncommon {
    int start = cursor.at();
    String text = isQuote() ? scalars.quoted() : plain();
    cursor.requireKeyFrom(start);
    Span span = file.span(start, cursor.at());
    cursor.skipBlanks();
    if (cursor.peek(0) != ':' || !cursor.endsWord(1)) {
      throw new Uncommon();
    }
    cursor.forward(1);
    tree.key(span, text);
  }

  private String plain() throws Uncommon {
    int start = cursor.at();
    scalars.passPlain();
    return asKey(start);
  }

  /** A plain key; what merges members is not common. */
  private String asKey(int start) throws Uncommon {
    String text = cursor.text(start, cursor.at());
    if (text.equals(YamlTree.MergeKey.KEY)) {
      throw new Uncommon();
    }
    return text;
  }

  private boolean isQuote() {
    return cursor.peek(0) == '"' || cursor.peek(0) == '\'';
  }

  /**
   * What a key or a dash leads to.
   *
   * @param parent the column of the key or the dash
   * @param mayBeBlock true where a list or a mapping may begin
   */
  private void value(int start, int parent, boolean mayBeBlock) throws Uncommon {
    String tag = scalars.tag();
    if (tag == null) {
      content(start, null, parent, mayBeBlock);
    } else if (!cursor.isLineDone()) {
      content(start, tag, parent, false);
    } else {
      cursor.nextLine();
      if (cursor.column() <= parent || cursor.peek(0) == '!') {
        throw new Uncommon();
      }
      content(start, tag, parent, true);
    }
  }

  private void content(int start, @Nullable String tag, int parent, boolean mayBeBlock)
      throws Uncommon {
    byte first = cursor.peek(0);
    int column = cursor.column();
    int from = cursor.at();
    if (cursor.isItem()) {
      require(mayBeBlock);
      sequence(column, start, tag, false);
    } else if (first == '[' || first == '{') {
      flow(start, tag);
      cursor.nextLine();
    } else if (first == '|' || first == '>') {
      CommonScalars.Block block = scalars.block(parent);
      int end = block.end();
      while (end > start && cursor.isLineFeed(end - 1)) {
        end--;
      }
      add(start, end, block.text(), tag, false);
    } else {
      boolean isQuoted = isQuote();
      String text = isQuoted ? scalars.quoted() : "";
      if (!isQuoted) {
        scalars.passPlain();
      }
      int end = cursor.at();
      cursor.skipBlanks();
      if (cursor.peek(0) == ':' && cursor.endsWord(1)) {
        require(mayBeBlock);
        cursor.forward(from - cursor.at());
        mapping(column, start, tag);
        return;
      }
      add(start, end, isQuoted ? text : cursor.text(from, end), tag, !isQuoted);
      cursor.nextLine();
    }
  }

  private static void require(boolean met) throws Uncommon {
    if (!met) {
      throw new Uncommon();
    }
  }

  private void add(int start, int end, String text, @Nullable String tag, boolean isPlain) {
    Node.Kind kind = isPlain && tag == null ? YamlScalars.plain(text) : Node.Kind.STRING;
    tree.add(new Node.Scalar(file.span(start, end), kind, text, tag));
  }

  // --- brackets; each leaves the cursor behind what it reads

  private void flow(int start, @Nullable String tag) throws Uncommon {
    requireDepth();
    boolean isMapping = cursor.peek(0) == '{';
    byte close = (byte) (isMapping ? '}' : ']');
    if (isMapping) {
      tree.openMapping(start, tag);
    } else {
      tree.openSequence(start, tag);
    }
    cursor.forward(1);
    cursor.skipWithinFlow();
    boolean isEmpty = cursor.peek(0) == close;
    while (!isEmpty) {
      if (isMapping) {
        keyWithinFlow();
      }
      valueWithinFlow();
      cursor.skipWithinFlow();
      if (cursor.peek(0) == close) {
        break;
      }
      require(cursor.peek(0) == ',');
      cursor.forward(1);
      cursor.skipWithinFlow();
    }
    cursor.forward(1);
    tree.close(cursor.at());
  }

  private void keyWithinFlow() throws Uncommon {
    int start = cursor.at();
    String text;
    if (isQuote()) {
      text = scalars.quoted();
    } else {
      scalars.passPlainWithinFlow();
      text = asKey(start);
    }
    cursor.requireKeyFrom(start);
    Span span = file.span(start, cursor.at());
    cursor.skipBlanks();
    require(cursor.peek(0) == ':');
    cursor.forward(1);
    tree.key(span, text);
    cursor.skipWithinFlow();
  }

  private void valueWithinFlow() throws Uncommon {
    int start = cursor.at();
    String tag = scalars.tag();
    cursor.skipBlanks();
    byte first = cursor.peek(0);
    if (first == '[' || first == '{') {
      flow(start, tag);
    } else if (isQuote()) {
      String text = scalars.quoted();
      add(start, cursor.at(), text, tag, false);
    } else {
      int from = cursor.at();
      scalars.passPlainWithinFlow();
      add(start, cursor.at(), cursor.text(from, cursor.at()), tag, true);
    }
  }
}
