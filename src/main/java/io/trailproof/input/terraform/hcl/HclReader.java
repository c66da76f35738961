package io.trailproof.input.terraform.hcl;

import io.trailproof.input.terraform.expression.ExpressionParser;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads blocks and arguments of a {@code .tf} file; a line that makes no sense is passed over. */
final class HclReader {
  /** Levels of blocks that are kept; no provider's schema has a quarter of them. */
  private static final int DEPTH = 50;

  private final SourceFile file;
  private final byte[] bytes;
  private final HclScanner scanner;
  private final DefinitionReader definitions;
  private final Deque<Open> open = new ArrayDeque<>();

  HclReader(SourceFile file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
    this.scanner = new HclScanner(bytes);
    this.definitions = new DefinitionReader(bytes, file::span);
  }

  /** A block whose closing brace was not seen yet; the file itself is the outermost. */
  private record Open(
      String type,
      List<String> labels,
      int start,
      Span header,
      Map<String, Attribute> attributes,
      List<Block> blocks) {
    Open(String type, List<String> labels, int start, Span header) {
      this(type, labels, start, header, new LinkedHashMap<>(), new ArrayList<>());
    }

    Body body() {
      return new Body(attributes, blocks);
    }
  }

  Body read() {
    open.push(new Open("", List.of(), 0, file.span(0, 0)));
    int at = 0;
    while ((at = scanner.afterSpace(at, bytes.length)) < bytes.length) {
      int behind = scanner.afterName(at);
      if (behind > at) {
        at = statement(at, behind);
      } else {
        if (bytes[at] == '}' && open.size() > 1) {
          close(at + 1);
        }
        at++;
      }
    }
    while (open.size() > 1) {
      close(bytes.length);
    }
    return open.getLast().body();
  }

  /** An argument or the header of a block. */
  private int statement(int start, int behind) {
    String name = text(start, behind);
    int at = scanner.afterBlanks(behind);
    if (scanner.at(at) == '=' && scanner.at(at + 1) != '=') {
      return argument(name, start, at + 1);
    }
    List<String> labels = new ArrayList<>();
    int end = behind;
    while (at < bytes.length && bytes[at] != '{') {
      int next = bytes[at] == '"' ? scanner.afterQuoted(at) : scanner.afterName(at);
      if (next == at) {
        return bytes[at] == '\n' || bytes[at] == '}' ? at : scanner.lineEnd(at);
      }
      boolean quoted = bytes[at] == '"';
      labels.add(quoted ? text(at + 1, Math.max(at + 1, next - 1)) : text(at, next));
      end = next;
      at = scanner.afterBlanks(next);
    }
    if (at < bytes.length) {
      open.push(new Open(name, labels, start, file.span(start, end)));
    }
    return at + 1;
  }

  private int argument(String name, int named, int from) {
    int start = scanner.afterBlanks(from);
    int stop = scanner.expressionEnd(start, bytes.length, "\n");
    int end = scanner.meaningfulEnd();
    if (end > start && open.size() <= DEPTH) {
      open.element()
          .attributes()
          .putIfAbsent(
              name,
              new Attribute(
                  name,
                  file.span(named, named + name.getBytes(StandardCharsets.UTF_8).length),
                  file.span(start, end),
                  definitions.read(start, end),
                  () -> ExpressionParser.expression(text(start, end))));
    }
    return stop;
  }

  private void close(int end) {
    Open block = open.pop();
    if (open.size() <= DEPTH) {
      open.element()
          .blocks()
          .add(
              new Block(
                  block.type(),
                  block.labels(),
                  block.header(),
                  file.span(block.start(), end),
                  block.body()));
    }
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
