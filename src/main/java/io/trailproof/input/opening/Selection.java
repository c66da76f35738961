package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.configuration.StatedDeployment;
import io.trailproof.source.ReadProgress;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one run judges, of what the command line names and a configuration states.
 *
 * @param deployments in the order in which they are judged
 * @param others how many files were left out because they are no inputs
 * @param ignored how many files and folders git ignores
 */
public record Selection(
    List<DeploymentFiles> deployments, List<Diagnostic> diagnostics, int others, int ignored) {
  public Selection {
    deployments = List.copyOf(deployments);
    diagnostics = List.copyOf(diagnostics);
  }

  /** What belongs together where the user says it for all files. */
  public enum Ties {
    /** What a configuration states, what is named together, what the files of a folder tell. */
    TOLD,
    /** Everything. */
    TOGETHER,
    /** Nothing. */
    EACH
  }

  /**
   * What the command line asks for.
   *
   * @param arguments files, folders, {@code -}; none for all that is stated
   * @param skipUnrecognised true if what is named may be anything, since a hook names it
   * @param requireAll true if what is merely turned up must have a verdict, too
   */
  public record Request(
      List<String> arguments, Ties ties, boolean skipUnrecognised, boolean requireAll) {
    public Request {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Finds and opens what is asked for.
   *
   * @param threads how many look at inputs at once
   */
  public static Selection of(
      Request request,
      List<StatedDeployment> stated,
      List<InputFormat> formats,
      InputStream standardInput,
      ReadProgress progress,
      int threads) {
    Opener opener = new Opener(formats, standardInput, request.skipUnrecognised(), progress);
    opener.addAll(request.arguments(), threads);
    List<Diagnostic> diagnostics = new ArrayList<>(opener.diagnostics());
    List<DeploymentFiles> all = new ArrayList<>();
    List<OpenedFile> rest = opener.files();
    if (request.ties() == Ties.TOLD && !stated.isEmpty()) {
      StatedInputs inputs = new StatedInputs(stated);
      Set<StatedDeployment> chosen = new LinkedHashSet<>();
      if (request.arguments().isEmpty()) {
        chosen.addAll(inputs.all());
      }
      request.arguments().stream()
          .filter(argument -> !argument.equals("-"))
          .forEach(
              argument -> {
                List<StatedDeployment> some = inputs.of(argument);
                chosen.addAll(some);
                if (!some.isEmpty()) { // what is stated may be all there is, were it ignored
                  diagnostics.remove(InputError.NOTHING_TO_CHECK.of(argument));
                }
              });
      for (StatedDeployment one : chosen) {
        all.addAll(inputs.open(one, formats, progress, diagnostics));
      }
      rest =
          rest.stream()
              .filter(file -> chosen.stream().noneMatch(one -> inputs.lists(one, file.path())))
              .toList();
    }
    Grouping grouping = new Grouping(rest, opener.diagnostics(), request.requireAll());
    all.addAll(
        switch (request.ties()) {
          case TOLD -> grouping.byWhatTheyTell();
          case TOGETHER -> grouping.together();
          case EACH -> grouping.each();
        });
    diagnostics.addAll(grouping.faults());
    return new Selection(all, diagnostics, opener.others(), opener.ignored());
  }
}
