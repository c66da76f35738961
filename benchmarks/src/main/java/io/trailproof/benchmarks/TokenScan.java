package io.trailproof.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.File;
import java.io.IOException;

/** The bare token scan of a file that reading a plan is measured against. */
public final class TokenScan {
  private TokenScan() {}

  /** Reads all tokens of the file named, and prints how many there are. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(tokens(new File(arguments[0])));
  }

  static long tokens(File file) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(-1).build())
            .build();
    long tokens = 0;
    try (JsonParser parser = factory.createParser(file)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
