package io.trailproof.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Files to be packed, by their paths with {@code /}; they come in the order of their names. */
final class FileTree {
  /**
   * One file.
   *
   * @param link where a symbolic link leads, which has no content; empty for a file
   */
  record Item(byte[] content, boolean isExecutable, String link) {
    boolean isLink() {
      return !link.isEmpty();
    }

    /** Its permissions, as {@code chmod} takes them. */
    int mode() {
      return isExecutable ? 0755 : 0644;
    }
  }

  private final Map<String, Item> items = new TreeMap<>();

  FileTree text(String path, String text) {
    return bytes(path, text.getBytes(StandardCharsets.UTF_8));
  }

  FileTree bytes(String path, byte[] content) {
    items.put(path, new Item(content, false, ""));
    return this;
  }

  FileTree executable(String path, String text) {
    items.put(path, new Item(text.getBytes(StandardCharsets.UTF_8), true, ""));
    return this;
  }

  FileTree link(String path, String target) {
    items.put(path, new Item(new byte[0], true, target));
    return this;
  }

  /** A file as it is, and as executable as it is; a link becomes what it leads to. */
  FileTree file(String path, Path file) throws IOException {
    items.put(path, new Item(Files.readAllBytes(file), Files.isExecutable(file), ""));
    return this;
  }

  /** All files below a folder. */
  FileTree folder(String path, Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      file(path + "/" + folder.relativize(file).toString().replace('\\', '/'), file);
    }
    return this;
  }

  /** All of another tree, below a folder of this one. */
  FileTree tree(String path, FileTree other) {
    other.items.forEach((name, item) -> items.put(path + "/" + name, item));
    return this;
  }

  void forEach(BiConsumer<String, Item> each) {
    items.forEach(each);
  }

  /** The content of a file. */
  byte[] content(String path) {
    return items.get(path).content();
  }
}
