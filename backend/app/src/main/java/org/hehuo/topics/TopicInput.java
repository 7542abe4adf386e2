package org.hehuo.topics;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jspecify.annotations.Nullable;

/** What comes with a topic's steps. */
public final class TopicInput {
    private TopicInput() {}

    @Schema(name = "AcceptTopic")
    public record Acceptance(
            @Schema(description = "The next promise; 20 working days from now if absent") @Nullable
            LocalDate dueDate,

            @Size(max = 500) @Nullable String text) {}

    @Schema(name = "ResolveTopic")
    public record Resolution(
            @NotNull TopicOutcome outcome,
            @NotBlank @Size(max = 500) String text) {}

    @Schema(name = "WithdrawTopic")
    public record Withdrawal(
            @Size(min = 1, max = 500) @Nullable String reason) {}

    @Schema(name = "AssignTopic")
    public record Assignment(@NotNull UUID personId) {}

    @Schema(name = "AskAboutTopic")
    public record Question(@NotBlank @Size(max = 500) String question) {}

    @Schema(name = "TransferTopic")
    public record Transfer(
            @NotNull @Pattern(regexp = AreaCode.PATTERN) String areaCode,
            @NotBlank @Size(max = 500) String reason) {}

    @Schema(name = "MergeTopic")
    public record Merging(
            @NotBlank @Size(max = 40) @Schema(examples = "T-2026-000123")
            String intoId) {}

    @Schema(name = "SuperviseTopic")
    public record Order(
            @NotNull LocalDate dueDate,
            @NotBlank @Size(max = 500) String text) {}

    /** What the author says: an answer, why it is not settled, an appeal. */
    @Schema(name = "AuthorsWords")
    public record Said(@NotBlank @Size(max = 500) String text) {}
}
