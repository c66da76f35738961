package io.trailproof.input.terraform.sources;

import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The sources within a binary plan (section 16), read into memory and under limits: an entry's name
 * is taken apart and never becomes a path that is opened, and no size that the zip states is
 * believed.
 */
final class ArchivedFiles {
  /** Entries of the zip; each module of a plan has a handful. */
  static final int ENTRIES = 20_000;

  private static final String SOURCES = "tfconfig/m-";
  private static final String MODULES = "tfconfig/modules.json";

  private final ZipFile zip;
  private final Allowance allowance = new Allowance();

  private ArchivedFiles(ZipFile zip) {
    this.zip = zip;
  }

  /** The files of each module by its key, {@code ""} for the root and {@code a.b} for others. */
  static Map<String, List<SourceFile>> read(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() > ENTRIES) {
        throw new IOException("too many entries");
      }
      return new ArchivedFiles(zip).modules();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IOException("a broken zip", e);
    }
  }

  private Map<String, List<SourceFile>> modules() throws IOException {
    Map<String, TreeMap<String, ZipEntry>> found = new TreeMap<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName();
      int slash = name.indexOf('/', SOURCES.length());
      if (!name.startsWith(SOURCES) || slash < 0) {
        continue;
      }
      String file = name.substring(slash + 1);
      if (FileNames.isSource(file) && file.indexOf('/') < 0 && file.indexOf('\\') < 0) {
        found
            .computeIfAbsent(name.substring(SOURCES.length(), slash), key -> new TreeMap<>())
            .putIfAbsent(file, entry);
      }
    }
    Map<String, String> folders = folders();
    Map<String, List<SourceFile>> modules = new HashMap<>();
    for (Map.Entry<String, TreeMap<String, ZipEntry>> module : found.entrySet()) {
      String folder = folders.getOrDefault(module.getKey(), module.getKey());
      modules.put(module.getKey(), files(folder, module.getValue()));
    }
    return modules;
  }

  private List<SourceFile> files(String folder, Map<String, ZipEntry> entries) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Map.Entry<String, ZipEntry> entry : entries.entrySet()) {
      byte[] bytes = files.size() < Allowance.MODULE_FILES ? bytes(entry.getValue()) : null;
      if (bytes != null) {
        try {
          files.add(SourceFile.of(shown(folder, entry.getKey()), bytes));
        } catch (UnreadableSource e) {
          // Positions of this file are lost.
        }
      }
    }
    return files;
  }

  /** The folder of each module, as the plan recorded it: relative to where terraform was run. */
  private Map<String, String> folders() throws IOException {
    Map<String, String> folders = new HashMap<>();
    ZipEntry entry = zip.getEntry(MODULES);
    byte[] bytes = entry == null ? null : bytes(entry);
    if (bytes != null) {
      try {
        Node root = JsonStream.read(SourceFile.of(MODULES, bytes)).built();
        List<Node> modules = root instanceof Node.Sequence list ? list.items() : List.<Node>of();
        for (Node module : modules) {
          if (module instanceof Node.Mapping one) {
            String key = one.get("Key").flatMap(Node::asString).orElse("");
            one.get("Dir").flatMap(Node::asString).ifPresent(dir -> folders.put(key, dir));
          }
        }
      } catch (UnreadableSource e) {
        // Modules are shown by their keys.
      }
    }
    return folders;
  }

  private static String shown(String folder, String file) {
    return PathName.of(folder)
        .flatMap(module -> PathName.from(module, file))
        .map(path -> path.normalize().toString().replace('\\', '/'))
        .orElse(file);
  }

  /** What an entry holds; null if it is more than is allowed. */
  private byte @Nullable [] bytes(ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      if (in == null) {
        return null;
      }
      byte[] bytes = in.readNBytes(Allowance.FILE_BYTES + 1);
      return allowance.take(bytes.length) ? bytes : null;
    }
  }
}
