package io.trailproof.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.TSFBuilder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import java.io.IOException;

/** Makes the parsers of JSON, with the limits that protect us. */
final class JsonParsers {
  private static final JsonFactory SMALL = factory().build();

  private static final JsonFactory LARGE = factory().recyclerPool(new LargeReads()).build();

  private static final JsonFactory COMMENTED =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Limits.DEPTH).build())
          .build();

  private JsonParsers() {}

  private static TSFBuilder<?, ?> factory() {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(Limits.DEPTH)
                .maxNumberLength(Limits.DIGITS)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxDocumentLength(-1)
                .build());
  }

  /** The parser of a file. */
  static JsonParser of(SourceFile file) throws IOException {
    boolean isSmall = file.length() <= LargeReads.BYTES;
    return (isSmall ? SMALL : LARGE).createParser(file.bytes());
  }

  /** A parser that takes comments and trailing commas. */
  static JsonParser commented(SourceFile file) throws IOException {
    return COMMENTED.createParser(file.bytes());
  }

  /** The parser of some bytes. */
  static JsonParser of(byte[] bytes, int from, int length) throws IOException {
    return SMALL.createParser(bytes, from, length);
  }

  /**
   * Gives the parser of a large file a larger buffer than its own of 8,000 bytes: a plan of a
   * gigabyte is then read a tenth faster.
   */
  private static final class LargeReads extends RecyclerPool.NonRecyclingPoolBase<BufferRecycler> {
    static final int BYTES = 1 << 16;

    private static final long serialVersionUID = 1L;

    @Override
    public BufferRecycler acquirePooled() {
      return new BufferRecycler() {
        @Override
        protected int byteBufferLength(int buffer) {
          return buffer == BYTE_READ_IO_BUFFER ? BYTES : super.byteBufferLength(buffer);
        }
      };
    }
  }
}
