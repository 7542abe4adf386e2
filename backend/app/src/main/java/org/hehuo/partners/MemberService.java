package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.people.JoinLinkView;
import org.hehuo.people.JoinLinks;
import org.hehuo.people.JoinSecret;
import org.hehuo.people.Memberships;
import org.hehuo.people.Memberships.Member;
import org.hehuo.people.Memberships.Place;
import org.hehuo.people.People;
import org.jspecify.annotations.Nullable;

/** Who belongs to a partner: its owners decide, and the district. */
@ApplicationScoped
public class MemberService {
    final PartnerStore store;
    final Memberships memberships;
    final People people;
    final JoinLinks links;

    MemberService(PartnerStore store, Memberships memberships, People people, JoinLinks links) {
        this.store = store;
        this.memberships = memberships;
        this.people = people;
        this.links = links;
    }

    /** Whom a partner consists of is for itself and the district. */
    List<MemberView> members(String partner, Caller caller) {
        if (!caller.speaksFor(partner) && !caller.is(Role.ADMIN)) throw Problem.of(ApiError.FORBIDDEN);
        boolean manages = memberships.isManagedBy(partner, caller);
        var members = memberships.of(partner);
        boolean oneOwner =
                members.stream().filter(m -> m.place() == Place.OWNER).count() == 1;
        var names = people.displayNames(
                members.stream().<@Nullable UUID>map(Member::person).toList());
        return members.stream()
                .map(m -> new MemberView(
                        m.person(),
                        names.getOrDefault(m.person(), ""),
                        m.place(),
                        m.since(),
                        allowed(m, manages, oneOwner, caller)))
                .toList();
    }

    private static List<String> allowed(Member member, boolean manages, boolean oneOwner, Caller caller) {
        boolean owner = member.place() == Place.OWNER;
        boolean mayGo = (manages || caller.isPerson(member.person())) && !(owner && oneOwner);
        if (!mayGo) return List.of();
        return manages && !owner ? List.of("make-owner", "remove") : List.of("remove");
    }

    @Transactional
    public MemberView add(String partner, NewMember member, Caller caller) {
        requireManager(partner, caller);
        var joined = requireStay(partner, caller);
        var person = person(member);
        var place = Objects.requireNonNullElse(member.role(), Place.MEMBER);
        memberships.grant(
                person, partner, place, joined.areaCode(), caller, member.personId() == null ? "username" : "personId");
        return view(partner, person, caller);
    }

    private UUID person(NewMember member) {
        if (member.username() == null) {
            if (member.personId() == null) throw Problem.invalid("personId", "required");
            return member.personId();
        }
        if (member.personId() != null) throw Problem.invalid("username", "repeated");
        return people.named(member.username()).orElseThrow(() -> Problem.invalid("username", "not_found"));
    }

    /** Those who manage it see the links that they gave out. */
    Page<JoinLinkView> links(String partner, int pageSize, @Nullable String cursor, Caller caller) {
        requireManager(partner, caller);
        return links.page(partner, pageSize, cursor);
    }

    /** @return the secret that the link carries */
    @Transactional
    public String invite(String partner, Place place, @Nullable String phone, Caller caller) {
        requireManager(partner, caller);
        requireStay(partner, caller);
        return links.forPartner(partner, place, phone, caller);
    }

    @Transactional
    public void revoke(String partner, UUID link, Caller caller) {
        requireManager(partner, caller);
        links.revoke(partner, link, caller);
    }

    /** Whether the place is still to be had is asked now, whatever was asked when the link was made. */
    @Transactional
    public MemberView accept(String partner, JoinSecret given, Caller caller) {
        var joined = store.lock(partner, caller);
        if (joined.state() == PartnerState.LEFT) throw Problem.of(ApiError.JOIN_LINK_SPENT);
        links.acceptForPartner(partner, joined.areaCode(), given.secret(), given.phone(), caller);
        var member = memberships.of(partner).stream()
                .filter(m -> caller.isPerson(m.person()))
                .findFirst()
                .orElseThrow();
        return new MemberView(member.person(), caller.displayName(), member.place(), member.since(), List.of());
    }

    private Partner requireStay(String partner, Caller caller) {
        var joined = store.lock(partner, caller);
        if (joined.state() == PartnerState.LEFT) throw PartnerAction.refusal(ApiError.WRONG_STATE, joined, caller);
        return joined;
    }

    @Transactional
    public MemberView makeOwner(String partner, UUID person, Caller caller) {
        requireManager(partner, caller);
        view(partner, person, caller);
        memberships.makeOwner(person, partner, caller);
        return view(partner, person, caller);
    }

    /** Everybody may go; others send away only those whom they decide about. */
    @Transactional
    public MemberView remove(String partner, UUID person, Caller caller) {
        if (!caller.isPerson(person) || !caller.speaksFor(partner)) requireManager(partner, caller);
        var gone = view(partner, person, caller);
        memberships.remove(person, partner, caller);
        return new MemberView(gone.id(), gone.displayName(), gone.role(), gone.since(), List.of());
    }

    private void requireManager(String partner, Caller caller) {
        if (!memberships.isManagedBy(partner, caller)) throw Problem.of(ApiError.FORBIDDEN);
    }

    private MemberView view(String partner, UUID person, Caller caller) {
        return members(partner, caller).stream()
                .filter(m -> m.id().equals(person))
                .findFirst()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND));
    }
}
