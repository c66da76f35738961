/**
 * The CloudWatch Logs filter pattern language: reading a pattern, and whether it matches a message.
 *
 * <p>Grammar and semantics are those of docs/filter-patterns.md: the AWS documentation as corrected
 * by recordings of TestMetricFilter and FilterLogEvents. Where neither says what the service does,
 * the answer here is unknown.
 *
 * <p>Read {@code FilterPattern} first: {@code parse} is the way in, and its five forms are the
 * language. A {@code JsonPattern} holds a {@code JsonExpression}, whose tests put a {@code
 * NodeCondition} on what a {@code Selector} leads to; a condition compares with an {@code Operand}.
 * A {@code SpacePattern} asks the words of a line, a {@code TermPattern} its text. Each of them
 * matches by itself and prints itself as short as it can. {@code PatternParser} decides by the
 * first character who reads; {@code JsonPatternParser} and {@code SpacePatternParser} take tokens
 * from the package {@code syntax}, {@code OperandParser} makes operands of them, and {@code Quotas}
 * counts what the service limits. They stand here, and only what is below the tree in {@code
 * syntax}, because {@code FilterPattern} is their face and their result at once.
 *
 * <p>Above it: {@code coverage} asks whether every record matches, and {@code insight} what a
 * person should know. Below it: {@code text}, the strings that an operand stands for. {@code
 * SelectionCriteria} is the language of another parameter, which drops events before a pattern sees
 * them.
 */
@NullMarked
package io.trailproof.aws.filterpattern;

import org.jspecify.annotations.NullMarked;
