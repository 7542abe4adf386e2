package org.hehuo.imports;

import static org.hehuo.kernel.security.Role.A;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/partners/import")
@Tag(name = "partner-imports", description = "Taking over a directory that exists as a table")
class ImportUploadResource {
    private static final int LONGEST_NAME = 200;

    final ImportQueries queries;
    final ImportService imports;
    final long mostBytes;
    final CurrentCaller caller;

    ImportUploadResource(
            ImportQueries queries,
            ImportService imports,
            @ConfigProperty(name = "hehuo.limits.table") MemorySize most,
            CurrentCaller caller) {
        this.queries = queries;
        this.imports = imports;
        this.mostBytes = most.asLongValue();
        this.caller = caller;
    }

    @GET
    @RolesAllowed(A)
    @Operation(summary = "Imports of the last 30 days, newest first")
    public Page<ImportView.Summary> listPartnerImports(
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return queries.page(pageSize, cursor);
    }

    @POST
    @RolesAllowed(A)
    @ResponseStatus(201)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Upload a table of partners", description = """
                    One part `file`: CSV (UTF-8, UTF-16 or GBK) or XLSX (its first visible sheet), at most 5 MB, 20,000 rows and \
                    60 columns. With `dryRun=true` it says what it would do, to be looked at, changed and committed; else all good \
                    rows are imported at once, or none.""")
    public ImportView uploadPartnerImport(
            @RestForm(FileUpload.ALL) List<FileUpload> files, @RestQuery @DefaultValue("false") boolean dryRun) {
        if (files.size() != 1 || !files.getFirst().name().equals("file")) throw Problem.invalid("file", "required");
        var file = files.getFirst();
        if (file.size() > mostBytes) throw Problem.of(ApiError.TOO_LARGE);
        String name = file.fileName();
        try {
            byte[] bytes = Files.readAllBytes(file.uploadedFile());
            return imports.upload(
                    name.substring(0, Math.min(name.length(), LONGEST_NAME)), bytes, dryRun, caller.get());
        } catch (IOException e) {
            throw new UncheckedIOException("what was uploaded cannot be read", e);
        }
    }
}
