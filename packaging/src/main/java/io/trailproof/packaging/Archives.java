package io.trailproof.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.TreeSet;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Archives of the same bytes whenever and wherever they are made: one time for all files, no owner,
 * folders before what is in them.
 *
 * @param time of every file
 */
record Archives(Instant time) {
  private static final int FOLDER = 0755;

  byte[] tarGz(FileTree tree) {
    return gzip(tar(tree));
  }

  byte[] tar(FileTree tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (String folder : folders(tree)) {
        add(tar, new TarArchiveEntry(folder + "/"), FOLDER, new byte[0]);
      }
      tree.forEach(
          (path, item) -> {
            TarArchiveEntry entry =
                item.isLink()
                    ? new TarArchiveEntry(path, TarArchiveEntry.LF_SYMLINK)
                    : new TarArchiveEntry(path);
            entry.setLinkName(item.link());
            add(tar, entry, item.mode(), item.content());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void add(TarArchiveOutputStream tar, TarArchiveEntry entry, int mode, byte[] content) {
    entry.setMode(mode);
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    entry.setModTime(time.toEpochMilli());
    entry.setSize(content.length);
    try {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] gzip(byte[] content) {
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GzipCompressorOutputStream(bytes, parameters)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  byte[] zip(FileTree tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      tree.forEach(
          (path, item) -> {
            ZipArchiveEntry entry = new ZipArchiveEntry(path);
            entry.setTime(time.toEpochMilli());
            entry.setUnixMode(item.mode());
            try {
              zip.putArchiveEntry(entry);
              zip.write(item.content());
              zip.closeArchiveEntry();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An archive as {@code ar} makes it, in the order given, which for a Debian package counts. */
  byte[] ar(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArArchiveOutputStream ar = new ArArchiveOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        byte[] content = (byte[]) namesAndContents[i + 1];
        ar.putArchiveEntry(
            new ArArchiveEntry(
                (String) namesAndContents[i],
                content.length,
                0,
                0,
                0100644,
                time.getEpochSecond()));
        ar.write(content);
        ar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static TreeSet<String> folders(FileTree tree) {
    TreeSet<String> folders = new TreeSet<>();
    tree.forEach(
        (path, item) -> {
          for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            folders.add(path.substring(0, at));
          }
        });
    return folders;
  }
}
