package io.trailproof.input.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of a new {@code trailproof.yaml} for inputs that were found. */
public final class ConfigurationDraft {
  private static final Pattern ENDING =
      Pattern.compile("(\\.template)?\\.(json|ya?ml|template)$", Pattern.CASE_INSENSITIVE);

  private static final String HEAD =
      """
      # What is judged together; docs/deployments.md of trailproof explains every key.
      # `trailproof init config` wrote it once; from here on it is yours. `trailproof check` without inputs judges
      # what stands here, and so does the hook `trailproof`.
      #
      # A deployment is what is applied together, in one account. It must be there and must be proven. Its inputs
      # are plans, templates and folders of them, relative to this folder; `*` and `**` stand for what may vary.
      # A plan that git ignores is listed as well: it has to be made before it can be judged.
      """;

  private static final String KEYS =
      """
          # account: "111122223333"     # of what names no other
          # region: eu-central-1
          # source: terraform/prod      # the Terraform files that the plan was made from
          # parameters: { Stage: prod } # of templates
      """;

  private static final String FOOT =
      """

      # Resources that no input shows, such as the trail of an organization, in the words of docs/declared.md:
      #
      # declared:
      #   central:
      #     type: aws.sns.Topic
      #     arn: arn:aws:sns:us-east-1:111122223333:central
      #
      # Ways that count beside metric filter and alarm, as docs/ways.md tells:
      #
      # rules:
      #   iam-policy-changes: { ways: [log-alarm] }
      """;

  /**
   * What belongs together.
   *
   * @param files paths from where the program runs, with slashes; at least one
   * @param isAbout true if it holds something of what the rules are about, so that it can be
   *     demanded to be proven
   */
  public record Group(List<String> files, boolean isAbout) {
    public Group {
      files = List.copyOf(files);
    }
  }

  private final List<Group> groups;

  private ConfigurationDraft(List<Group> groups) {
    this.groups = List.copyOf(groups);
  }

  /** A file with one deployment for each of some groups, in their order. */
  public static String of(List<Group> groups) {
    return new ConfigurationDraft(groups).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder(HEAD).append("deployments:\n");
    Set<String> names = new HashSet<>();
    boolean isFirst = true;
    for (Group group : groups) {
      text.append("  ").append(ScalarText.of(free(name(group), names))).append(":\n");
      List<String> inputs = inputs(group);
      if (inputs.size() == 1) {
        text.append("    inputs: ").append(ScalarText.of(inputs.get(0))).append('\n');
      } else {
        text.append("    inputs:\n");
        inputs.forEach(input -> text.append("      - ").append(ScalarText.of(input)).append('\n'));
      }
      if (!group.isAbout()) {
        text.append("    require: false # it holds nothing of what the rules are about\n");
      }
      if (isFirst) {
        text.append(KEYS);
        isFirst = false;
      }
    }
    return text.append(FOOT).toString();
  }

  /** A folder that holds files of one group only stands for all of them, and for those to come. */
  private List<String> inputs(Group group) {
    String folder = commonFolder(group);
    boolean isOwn =
        group.files().size() > 1
            && !folder.isEmpty()
            && groups.stream()
                .filter(other -> !other.equals(group))
                .flatMap(other -> other.files().stream())
                .noneMatch(file -> file.startsWith(folder));
    return isOwn
        ? List.of(literal(folder.substring(0, folder.length() - 1)))
        : group.files().stream().map(ConfigurationDraft::literal).toList();
  }

  /** After the folder if it is that of one group alone, else after the first file. */
  private String name(Group group) {
    String folder = commonFolder(group);
    boolean isOwn =
        !folder.isEmpty()
            && groups.stream().filter(other -> commonFolder(other).equals(folder)).count() == 1;
    String path = isOwn ? folder.substring(0, folder.length() - 1) : group.files().get(0);
    String last = path.substring(path.lastIndexOf('/') + 1);
    String bare = isOwn ? last : ENDING.matcher(last).replaceFirst("");
    return bare.isEmpty() ? last : bare;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  /** The folder, with a slash at its end, that all files of a group lie below; may be empty. */
  private static String commonFolder(Group group) {
    String common = folder(group.files().get(0));
    for (String file : group.files()) {
      while (!file.startsWith(common)) {
        common = folder(common.substring(0, common.length() - 1));
      }
    }
    return common;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** A path in the words of a glob. */
  private static String literal(String path) {
    return path.matches("(?s).*[*?\\[].*") ? path.replaceAll("[*?\\[\\\\]", "\\\\$0") : path;
  }

  /** The files of some groups, without repetition: several plans may share one. */
  public static List<Group> distinct(List<Group> groups) {
    Set<List<String>> seen = new LinkedHashSet<>();
    List<Group> distinct = new ArrayList<>();
    for (Group group : groups) {
      if (seen.add(group.files())) {
        distinct.add(group);
      } else {
        distinct.replaceAll(
            one ->
                one.files().equals(group.files())
                    ? new Group(one.files(), one.isAbout() || group.isAbout())
                    : one);
      }
    }
    return distinct;
  }
}
