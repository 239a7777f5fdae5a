package agentsettings.management.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.requests.Idempotency;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.Upload;
import agentsettings.management.imports.ImportFormat;
import agentsettings.management.jobs.input.JobInputWriter;
import agentsettings.management.jobs.input.JobOptions;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The imports of a tenant space. Safe for use by many threads. */
public final class ImportsResource {

    /** The length of an import file, unpacked. */
    private static final long FILE_BYTES_MAX = 2L << 30;

    private final Jobs jobs;
    private final JobRecords imports;

    public ImportsResource(Jobs jobs, JobWorker worker, InstantSource clock) {
        this.jobs = jobs;
        this.imports = new JobRecords(
                jobs,
                worker,
                clock,
                EnumSet.of(Job.Kind.IMPORT_SETTINGS, Job.Kind.IMPORT_USERS, Job.Kind.IMPORT_NUMBERS),
                "/imports/");
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of(
                "listImports", imports::list,
                "createImport", this::create,
                "getImport", imports::get,
                "cancelImport", imports::cancel,
                "listImportFaults", imports::faults);
    }

    private static Job.Kind kind(String name) {
        return switch (name) {
            case "settings" -> Job.Kind.IMPORT_SETTINGS;
            case "users" -> Job.Kind.IMPORT_USERS;
            default -> Job.Kind.IMPORT_NUMBERS;
        };
    }

    /** The file is stored before it is read, so that the import survives the request, and the process. */
    private ApiResponse create(ApiRequest request) {
        Upload upload = request.upload();
        ImportFormat format = ImportFormat.of(upload.mediaType()).orElseThrow();
        Job job = imports.add(request, kind(request.required("kind")), JobOptions.ofImport(request, format));
        try {
            MessageDigest digest = sha256();
            long bytes = store(job, upload, digest);
            String content =
                    job.kind() + " " + job.options() + " " + HexFormat.of().formatHex(digest.digest());
            return imports.start(job, bytes, request.idempotency("").map(sent -> new Idempotency(sent.key(), content)));
        } catch (Throwable incomplete) {
            imports.drop(job, incomplete);
            throw incomplete;
        }
    }

    private long store(Job job, Upload upload, MessageDigest digest) {
        try (JobInputWriter input = new JobInputWriter(jobs, job.key(), FILE_BYTES_MAX);
                InputStream sent = new DigestInputStream(upload.content(), digest);
                InputStream unpacked = upload.isGzip() ? new GZIPInputStream(sent) : requireUnpacked(sent)) {
            unpacked.transferTo(input);
            if (sent.read() >= 0) { // throws what GZIPInputStream took for the end, a failure between two members
                throw new ZipException("more follows the last member");
            }
            return input.finish();
        } catch (JobInputWriter.TooLongException e) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "The file must have at most " + FILE_BYTES_MAX + " bytes, unpacked.");
        } catch (ZipException | EOFException e) {
            throw ProblemException.invalid(List.of(Fault.at("", "is not valid gzip.")));
        } catch (IOException e) { // only the upload throws it
            throw ProblemException.invalid(List.of(Fault.at("", "did not arrive completely.")));
        }
    }

    /** The same content, unless it looks like gzip, which would only give strange faults of its rows. */
    private static InputStream requireUnpacked(InputStream sent) throws IOException {
        PushbackInputStream content = new PushbackInputStream(sent, 2);
        byte[] first = content.readNBytes(2);
        content.unread(first);
        if (first.length == 2
                && ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getShort()
                        == (short) GZIPInputStream.GZIP_MAGIC) {
            throw ProblemException.invalid(
                    List.of(Fault.at("", "is packed with gzip. Send it with Content-Encoding: gzip, or unpack it.")));
        }
        return content;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
