package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.opening.OpenedFile.Way;
import io.trailproof.source.ReadProgress;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What a look at a file comes to; closed, since it can be read or it cannot. */
sealed interface Look {
  /** Something that is told by what it holds. */
  record Recognised(SourceFile file, Recognition what) implements Look {}

  /**
   * Nothing that can be read.
   *
   * @param way how to take it, however it was named
   */
  record Unreadable(Diagnostic why, Way way) implements Look {}

  /**
   * A file that is to be looked at.
   *
   * @param argument what of the command line names it
   * @param name what it is to be called
   */
  record Named(String argument, String name, Path path, Way way) {}

  /** Looks at files; any number of threads may. */
  record Looking(Recogniser recogniser, ReadProgress progress) {
    Look at(Named named) {
      String name = named.name();
      Path path = named.path();
      if (!Files.isRegularFile(path) && Files.exists(path)) {
        // A pipe is read once, from its first byte on.
        try (InputStream in = Files.newInputStream(path)) {
          return at(name, in);
        } catch (IOException e) {
          return new Unreadable(InputError.BROKEN_OFF.of(name), Way.NAMED);
        }
      }
      try {
        SourceFile file = SourceFile.open(name, path, progress);
        return recogniser
            .refusal(file.bytes(0, InputFormat.HEAD), name)
            .<Look>map(why -> new Unreadable(why, named.way()))
            .orElseGet(() -> at(file));
      } catch (UnreadableSource e) {
        Optional<Diagnostic> refusal = recogniser.refusal(head(path), name);
        // What has no text to point at could not even be opened.
        return new Unreadable(
            refusal.orElseGet(() -> InputError.unreadable(name, e)),
            refusal.isPresent() || e.place().isPresent() ? named.way() : Way.NAMED);
      }
    }

    /** Looks at what can be read once only. */
    Look at(String name, InputStream once) throws IOException {
      PushbackInputStream in = new PushbackInputStream(once, InputFormat.HEAD);
      byte[] head = in.readNBytes(InputFormat.HEAD);
      Optional<Diagnostic> refusal = recogniser.refusal(head, name);
      if (refusal.isPresent()) {
        return new Unreadable(refusal.get(), Way.NAMED);
      }
      in.unread(head);
      try {
        return at(SourceFile.read(name, in));
      } catch (UnreadableSource e) {
        return new Unreadable(InputError.unreadable(name, e), Way.NAMED);
      }
    }

    /** Looks at what is no file. */
    Look at(String name, byte[] content) {
      byte[] head = Arrays.copyOf(content, Math.min(content.length, InputFormat.HEAD));
      Optional<Diagnostic> refusal = recogniser.refusal(head, name);
      if (refusal.isPresent()) {
        return new Unreadable(refusal.get(), Way.NAMED);
      }
      try {
        return at(SourceFile.of(name, content));
      } catch (UnreadableSource e) {
        return new Unreadable(InputError.unreadable(name, e), Way.NAMED);
      }
    }

    private Look at(SourceFile file) {
      return new Recognised(file, recogniser.recognise(file));
    }

    private static byte[] head(Path path) {
      try (InputStream in = Files.newInputStream(path)) {
        return in.readNBytes(InputFormat.HEAD);
      } catch (IOException e) {
        return new byte[0]; // opening it again says why
      }
    }
  }
}
