package io.trailproof.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar anew with the names, order, times and contents of its entries alone. Maven's also
 * carries who may read the files it was made of, which is a matter of the machine's umask.
 */
public final class PortableJar {
  private PortableJar() {}

  /** Takes the path of the jar, which is replaced. */
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    Path made = jar.resolveSibling(jar.getFileName() + ".portable"); // who may read it, umask says
    try {
      write(jar, made);
      Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static void write(Path from, Path to) throws IOException {
    try (ZipFile source = new ZipFile(from.toFile());
        OutputStream file = Files.newOutputStream(to);
        ZipOutputStream target = new ZipOutputStream(file)) {
      Enumeration<? extends ZipEntry> entries = source.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry plain = new ZipEntry(entry.getName());
        plain.setTimeLocal(entry.getTimeLocal());
        target.putNextEntry(plain);
        source.getInputStream(entry).transferTo(target);
        target.closeEntry();
      }
    }
  }
}
