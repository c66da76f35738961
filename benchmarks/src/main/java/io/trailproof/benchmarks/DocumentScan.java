package io.trailproof.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Arrays;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;

/** The bare scan of many documents that checking them is measured against. */
public final class DocumentScan {
  private DocumentScan() {}

  /** Reads all events of the YAML, and all tokens of the JSON, that lies in a folder. */
  public static void main(String[] arguments) throws IOException {
    File[] files = new File(arguments[0]).listFiles();
    Arrays.sort(files);
    long count = 0;
    for (File file : files) {
      if (file.getName().endsWith(".json")) {
        count += TokenScan.tokens(file);
      } else {
        try (Reader reader = Files.newBufferedReader(file.toPath())) {
          for (Event event : new Yaml(new LoaderOptions()).parse(reader)) {
            count += event.is(Event.ID.Scalar) ? 1 : 0;
          }
        }
      }
    }
    System.out.println(count);
  }
}
