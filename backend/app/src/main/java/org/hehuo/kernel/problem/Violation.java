package org.hehuo.kernel.problem;

/**
 * One thing wrong with one field of a request.
 *
 * @param field the field's path as it stands in the JSON ({@code needs[0].quantity}) or the parameter's name
 * @param code stable: {@code required}, {@code size}, {@code unknown}, {@code not_found}, …
 * @param message in the caller's language
 */
public record Violation(String field, String code, String message) {}
