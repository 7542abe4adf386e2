package org.hehuo;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The proxy as operators have it, before several instances. */
final class Nginx implements AutoCloseable {
    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Nginx before(List<Integer> instances) throws IOException {
        int port = Packaged.freePort();
        var folder = Files.createTempDirectory(Path.of("target"), "nginx").toAbsolutePath();
        var servers =
                instances.stream().map(at -> "server 127.0.0.1:" + at + ";").collect(Collectors.joining(" "));
        var file = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid nginx.pid;
                worker_rlimit_nofile 8192;
                events { worker_connections 4096; }
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    keepalive_requests 100000;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                    upstream hehuo { %s keepalive 64; }
                    server {
                        listen 127.0.0.1:%d backlog=4096;
                        include %s;
                    }
                }
                """.formatted(
                servers, port, Path.of("../../deploy/nginx/application.conf").toRealPath()));
        var process = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", file.toString(), "-e", "error.log")
                .inheritIO()
                .start();
        await().ignoreExceptions()
                .until(() ->
                        RestAssured.given().port(port).get("/q/health/live").statusCode() == 200);
        return new Nginx(process, port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
