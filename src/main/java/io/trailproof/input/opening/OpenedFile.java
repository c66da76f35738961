package io.trailproof.input.opening;

import io.trailproof.input.InputFormat;
import io.trailproof.source.SourceFile;

/**
 * One input that was found, opened and recognised.
 *
 * @param path the path as the user gave it, whatever part of the file this is
 * @param argument what of the command line led to it
 * @param way how it got here
 * @param oneOfSeveral true of a plan that shares its file with others
 */
public record OpenedFile(
    SourceFile file,
    InputFormat format,
    String path,
    String argument,
    Way way,
    boolean oneOfSeveral) {

  /** How a file got here, which decides what is made of one that is no input. */
  public enum Way {
    /** It was named, so it has to be an input. */
    NAMED,
    /** It lies in a folder, where there may be anything. */
    FOUND,
    /** It was handed over by something that does not know what it holds. */
    HANDED_OVER
  }
}
