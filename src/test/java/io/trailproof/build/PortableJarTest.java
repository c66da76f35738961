package io.trailproof.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortableJarTest {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 25, 0, 0);

  private static Path jar(Path folder, int attributes) throws IOException {
    Path jar = folder.resolve(attributes + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String name : new String[] {"META-INF/", "META-INF/MANIFEST.MF", "a/B.class"}) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        // Stands for what an archiver writes of the machine.
        entry.setComment("mode " + attributes);
        entry.setExtra(new byte[] {1, 2, 2, 0, (byte) attributes, 0});
        zip.putNextEntry(entry);
        zip.write(name.endsWith("/") ? new byte[0] : name.getBytes(UTF_8));
      }
    }
    return jar;
  }

  @Test
  void jarsThatDifferInWhatTheMachineGaveAreTheSame(@TempDir Path folder) throws Exception {
    Path one = jar(folder, 1);
    Path two = jar(folder, 2);
    TimeZone zone = TimeZone.getDefault();
    PortableJar.main(new String[] {one.toString()});
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      PortableJar.main(new String[] {two.toString()});
    } finally {
      TimeZone.setDefault(zone);
    }
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
  }

  @Test
  void namesOrderTimesAndContentsStay(@TempDir Path folder) throws Exception {
    Path jar = jar(folder, 1);
    PortableJar.main(new String[] {jar.toString()});
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertEquals(
          List.of("META-INF/", "META-INF/MANIFEST.MF", "a/B.class"),
          zip.stream().map(ZipEntry::getName).toList());
      ZipEntry entry = zip.getEntry("a/B.class");
      assertEquals(TIME, entry.getTimeLocal());
      assertEquals("a/B.class", new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(jar), files.toList());
    }
  }
}
