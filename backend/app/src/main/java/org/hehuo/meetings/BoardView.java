package org.hehuo.meetings;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.projects.ClaimMode;
import org.jspecify.annotations.Nullable;

/** All that the big screen shows; nobody's own, so that one answer serves all who watch. */
@Schema(name = "MeetingBoard")
record BoardView(
        @Schema(required = true) String id,
        @Schema(required = true) String title,
        @Schema(required = true) String place,
        @Schema(required = true) MeetingState state,

        @Schema(required = true, description = "The clock by which rounds open and close")
        Instant now,

        @Schema(description = "The round that is on or comes next, else the last") @Nullable
        Round round,

        @Schema(required = true, description = "In the order of the meeting")
        List<Tile> tiles,

        @Schema(required = true, description = "Who has come, the first first")
        List<Present> partners) {

    @Schema(name = "BoardRound")
    record Round(
            @Schema(required = true) RoundState state,
            @Schema(required = true) Instant opensAt,
            @Schema(required = true) Instant closesAt,
            @Schema(required = true) int mostClaims,
            @Schema(required = true) boolean fromAfar,
            @Schema(required = true) int undoSeconds) {

        static Round of(ClaimRound round) {
            return new Round(
                    round.shown(),
                    round.opensAt(),
                    round.closesAt(),
                    round.mostClaims(),
                    round.fromAfar(),
                    round.undoSeconds());
        }
    }

    @Schema(name = "BoardTile")
    record Tile(
            @Schema(required = true) String projectId,
            @Schema(required = true) String title,
            @Schema(required = true) Coded field,

            @Schema(required = true, description = "Where it is shared a claim says how much of it")
            ClaimMode claimMode,

            @Schema(required = true, description = "How many can still claim it")
            int slotsLeft,

            @Schema(required = true, description = "Who holds it, the first first")
            List<Holder> holders,

            @Schema(description = "When the last of them came to hold it") @Nullable
            Instant heldAt) {}

    @Schema(name = "BoardHolder")
    record Holder(
            @Schema(required = true) String id,
            @Schema(required = true) String name,

            @Schema(description = "Its logo, at most 320 pixels") @Nullable
            String logoUrl) {}

    @Schema(name = "BoardPartner")
    record Present(
            @Schema(required = true) Identified partner,
            @Schema(required = true) boolean inHall,

            @Schema(required = true, description = "How many of those that the shown round allows it has used")
            int claims) {}

    /** What has changed since another drawing; without parts that have not. */
    Change since(BoardView before) {
        return new Change(
                state,
                now,
                round,
                tiles.stream().filter(tile -> !before.tiles.contains(tile)).toList(),
                partners.equals(before.partners) ? null : partners);
    }

    /** Whether nothing on it has changed but the time. */
    boolean looksLike(BoardView other) {
        return equals(new BoardView(
                id, other.title, other.place, other.state, now, other.round, other.tiles, other.partners));
    }

    /** Whether the same projects stand on it in the same order. */
    boolean hasTilesOf(BoardView other) {
        return tiles.stream()
                .map(Tile::projectId)
                .toList()
                .equals(other.tiles.stream().map(Tile::projectId).toList());
    }

    @Schema(name = "MeetingBoardChange")
    record Change(
            @Schema(required = true) MeetingState state,
            @Schema(required = true) Instant now,
            @Nullable Round round,

            @Schema(required = true, description = "Those that look different now")
            List<Tile> tiles,

            @Schema(description = "All who have come; absent where nobody came or claimed") @Nullable
            List<Present> partners) {}
}
