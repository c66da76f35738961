package io.trailproof.document;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;

/**
 * Gives the parser of a whole file a larger buffer than its own of 8,000 bytes: a plan of a
 * gigabyte is then read a tenth faster.
 */
final class LargeReads extends RecyclerPool.NonRecyclingPoolBase<BufferRecycler> {
  private static final long serialVersionUID = 1L;
  private static final int BYTES = 1 << 16;

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
