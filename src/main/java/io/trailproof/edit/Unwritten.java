package io.trailproof.edit;

import io.trailproof.remedy.Alteration;

/**
 * A change that no edit of a file at hand makes.
 *
 * @param why such as "its module is not in a folder of yours", to stand behind a colon
 */
public record Unwritten(Alteration change, String why) {}
