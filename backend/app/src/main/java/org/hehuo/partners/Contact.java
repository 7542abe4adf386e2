package org.hehuo.partners;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Confidential;
import org.hehuo.kernel.security.Vault;

/** Whom to ask in an organisation: for itself, and for the district on purpose. */
@Schema(name = "PartnerContact")
public record Contact(
        @NotBlank @Size(max = 40) String name,
        @NotBlank @Pattern(regexp = "\\+?[0-9 -]{5,20}") String phone) implements Confidential {

    public byte[] lock(Vault vault) {
        return vault.lock(name + "\n" + phone);
    }

    public static Contact open(Vault vault, byte[] locked) {
        String[] parts = vault.open(locked).split("\n", 2);
        return new Contact(parts[0], parts[1]);
    }
}
