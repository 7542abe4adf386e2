package org.hehuo.moderation;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hehuo.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What nobody should read in public: a mobile number, an identity number, the address of a flat. */
public final class PersonalData {
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[\\s\\-·.]+(?=\\d)");
    /** Eleven digits that begin with 13 to 19, with or without China's 86. */
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:86)?1[3-9]\\d{9}(?!\\d)");

    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?![\\dXx])");
    private static final String NUMBER = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])\\s*";
    private static final String BETWEEN = "[\\s\\-,、的]{0,3}";
    /** “三栋” may be three of them, unless a door follows. */
    private static final String COUNTED = "[一二三四五六七八九十]{1,3}\\s*[栋幢座](?!.{0,8}(?:单元|门|室))";

    private static final String BUILDING = "(?<!\\d)(?!" + COUNTED + ")" + NUMBER + "(?:号楼|#楼?|栋|幢|座)" + BETWEEN;
    private static final String ENTRANCE = NUMBER + "(?:单元|门)" + BETWEEN;
    private static final String FLOOR = NUMBER + "[楼层]" + BETWEEN;
    /** What is no room: what is counted, measured or rung, a bus, a public room. */
    private static final String NO_ROOM =
            "路|次|万|亿|套|间|家|岁|届|春|夏|秋|冬|[A-Za-z]|元|块|毛|角|米|平|公|千|克|斤|吨|升|瓦|度|伏|人|户|名|位|年(?!年)|月|日|天(?!天)|小时|点|分|秒|周|盏|个|只|条|棵"
                    + "|株|件|台|辆|张|页|多|余|几|层|楼|单元|栋|幢|座|号楼|号院|号线|医|弄|巷|教|会议|活动|办公|值班|物业|[%℃.:/\\-]";

    private static final String ROOM =
            "(?:\\d{3,4}\\s*室|(?!\\d{1,2}00(?!\\d)|(?:110|119|120|122)(?!\\d))\\d{3,4}(?!\\d)(?!\\s*(?:" + NO_ROOM
                    + "))|[〇零一二三四五六七八九]{3,4}室)";
    /** Building and door, or entrance and door; building and entrance alone are a place. */
    private static final Pattern FLAT = Pattern.compile(
            "(?:" + BUILDING + "(?:" + ENTRANCE + ")?|" + NUMBER + "单元" + BETWEEN + ")(?:" + FLOOR + ")?" + ROOM
                    + "|(?<![\\d-])(?!\\d{1,2}-\\d{1,2}-(?:19|20)\\d\\d)\\d{1,3}-\\d{1,2}-\\d{3,4}(?![\\d-])");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final DateTimeFormatter BIRTHDAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private PersonalData() {}

    /**
     * Holds back what would be regretted.
     *
     * @throws Problem {@code invalid} naming the field: {@code personal_phone}, {@code personal_id}, {@code personal_flat}
     */
    public static void holdBack(@Nullable String text, String field) {
        if (text == null) return;
        in(text).ifPresent(kind -> {
            throw Problem.invalid(field, kind);
        });
    }

    static Optional<String> in(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String digits = BETWEEN_DIGITS.matcher(plain).replaceAll("");
        if (IDENTITY.matcher(digits).results().anyMatch(found -> isIdentityNumber(found.group()))) {
            return Optional.of("personal_id");
        }
        if (MOBILE.matcher(digits).find()) return Optional.of("personal_phone");
        return FLAT.matcher(plain).find() ? Optional.of("personal_flat") : Optional.empty();
    }

    /** GB 11643-1999: seven to fourteen are the day of birth, the last is the check character (ISO 7064, MOD 11-2). */
    private static boolean isIdentityNumber(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (number.charAt(i) - '0') * WEIGHTS[i];
        return CHECKS.charAt(sum % CHECKS.length()) == Character.toUpperCase(number.charAt(WEIGHTS.length))
                && isADay(number.substring(6, 14));
    }

    private static boolean isADay(String digits) {
        try {
            return !LocalDate.parse(digits, BIRTHDAY).isBefore(LocalDate.of(1900, 1, 1));
        } catch (DateTimeException noDay) {
            return false;
        }
    }
}
