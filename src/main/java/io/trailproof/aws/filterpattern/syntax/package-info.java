/**
 * How a filter pattern is written, apart from what it means: its characters, its tokens, and why
 * the service would refuse it.
 *
 * <p>Read {@code Token} first, then {@code Lexer}, which makes a list of them for JSON and
 * space-delimited patterns. The parsers, which build the tree and therefore live with it, take
 * tokens from {@code Tokens}; where one does not fit they end the reading with {@code Refused}, of
 * which users see the {@code Rejection}. Words and phrases have no tokens worth a name: {@code
 * TermPatternParser} reads them with a {@code Cursor}, as the lexer does. Nothing here knows the
 * tree, so the arrow goes one way.
 */
@NullMarked
package io.trailproof.aws.filterpattern.syntax;

import org.jspecify.annotations.NullMarked;
