package org.hehuo.kernel.problem;

/** Every error that the API can answer: its stable code and its HTTP status. Titles and details are in {@code words*.properties}. */
public enum ApiError {
    MALFORMED("malformed", 400),
    UNKNOWN_PARAMETER("unknown_parameter", 400),
    INVALID_PARAMETER("invalid_parameter", 400),
    INVALID_CURSOR("invalid_cursor", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    FORBIDDEN("forbidden", 403),
    FORGED("forged_request", 403),
    SCOPE_MISSING("scope_missing", 403),
    PERSON_DISABLED("person.disabled", 403),
    NOT_FOUND("not_found", 404),
    METHOD_NOT_ALLOWED("method_not_allowed", 405),
    NOT_ACCEPTABLE("not_acceptable", 406),
    WRONG_STATE("wrong_state", 409),
    CONFLICT("conflict", 409),
    KEY_IN_USE("idempotency.in_progress", 409),
    CLAIM_SLOT_TAKEN("claim.slot_taken", 409),
    CLAIM_NEEDS_FILLED("claim.needs_filled", 409),
    CLAIM_ALREADY_CLAIMED("claim.already_claimed", 409),
    CLAIM_KEPT_FOR_ROUND("claim.kept_for_round", 409),
    CLAIM_ROUND_PAUSED("claim.round_paused", 409),
    CLAIM_ROUND_IS_ON("claim.round_is_on", 409),
    CLAIM_NOT_CHECKED_IN("claim.not_checked_in", 409),
    CLAIM_NOT_IN_HALL("claim.not_in_hall", 409),
    CLAIM_ROUND_LIMIT_REACHED("claim.round_limit_reached", 409),
    MEETING_PROJECT_TAKEN("meeting.project_taken", 409),
    MEETING_ROUND_PLANNED("meeting.round_planned", 409),
    CLAIM_OTHERS_WAIT("claim.others_wait", 409),
    CLAIM_REASSIGNMENT_PROPOSED("claim.reassignment_proposed", 409),
    CLAIM_LIMIT_REACHED("claim.limit_reached", 409),
    CLAIM_KIND_NOT_ELIGIBLE("claim.kind_not_eligible", 409),
    CLAIM_AREA_NOT_SERVED("claim.area_not_served", 409),
    CLAIM_LEVEL_NOT_REACHED("claim.level_not_reached", 409),
    INVITATION_SENT("invitation.sent", 409),
    INVITATION_EXPIRED("invitation.expired", 409),
    EVALUATION_ALREADY_GIVEN("evaluation.already_given", 409),
    EVALUATION_CLOSED("evaluation.closed", 409),
    EDIT_TOO_LATE("reply.edit_too_late", 409),
    TOPIC_HAS_COMPANY("topic.others_took_part", 409),
    TOPIC_NOT_OVERDUE("topic.not_overdue", 409),
    TOPIC_URGED_TODAY("topic.urged_today", 409),
    TOPIC_DISTRICT_DECIDED("topic.district_decided", 409),
    AREA_CODE_TAKEN("area.code_taken", 409),
    CATEGORY_CODE_TAKEN("category.code_taken", 409),
    PARTNER_NAME_TAKEN("partner.name_taken", 409),
    PARTNER_MEMBER_ALREADY("partner.member_already", 409),
    PARTNER_LAST_OWNER("partner.last_owner", 409),
    PARTNER_CODE_TAKEN("partner.code_taken", 409),
    PARTNER_HOLDS_CLAIMS("partner.holds_claims", 409),
    PARTNER_BOTH_CLAIM("partner.both_claim", 409),
    JOIN_LINK_SPENT("join_link.spent", 409),
    EMAIL_LINK_SPENT("email_link.spent", 409),
    IMPORT_OUTDATED("partner_import.outdated", 409),
    IMPORT_STANDS("partner_import.stands", 409),
    APPLICATION_ALREADY_MADE("partner_application.already_made", 409),
    REPORT_ALREADY_MADE("report.already_made", 409),
    DECIDED_BY_ONESELF("decided_by_oneself", 409),
    SAVED_FILTERS_FULL("saved_filter.too_many", 409),
    PERSON_ONESELF("person.oneself", 409),
    STALE("stale", 412),
    TOO_LARGE("too_large", 413),
    URI_TOO_LONG("uri_too_long", 414),
    UNSUPPORTED_MEDIA_TYPE("unsupported_media_type", 415),
    INVALID("invalid", 422),
    KEY_REUSED("idempotency.key_reused", 422),
    IF_MATCH_REQUIRED("if_match_required", 428),
    TOO_MANY_REQUESTS("too_many_requests", 429),
    NEWCOMER_ENOUGH_TODAY("newcomer.enough_today", 429),
    INTERNAL("internal", 500),
    UNAVAILABLE("unavailable", 503),
    PHOTO_NOT_STORED("photo.not_stored", 503),
    LOGIN_AWAY("login.away", 503);

    private final String code;
    private final int status;

    ApiError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The code that programs compare with; it never changes. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }
}
