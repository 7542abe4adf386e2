SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

export JAVA_HOME := $(shell scripts/jdk)
# Maven's own libraries make newer JDKs warn.
export MAVEN_OPTS := $(shell $(JAVA_HOME)/bin/java --sun-misc-unsafe-memory-access=allow -version >/dev/null 2>&1 \
  && echo --sun-misc-unsafe-memory-access=allow) $(MAVEN_OPTS)

MVN := mvn -B -ntp -f backend/pom.xml
APP := backend/app/target/quarkus-app/quarkus-run.jar
START_CACHE := backend/app/target/quarkus-app/hehuo.aot
SPA := frontend/dist/index.html
CONTRACT := backend/app/target/openapi/openapi.yaml
NODE_MODULES := frontend/node_modules/.package-lock.json
DEVSTACK := $(JAVA_HOME)/bin/java -cp 'backend/devstack/target/classes:backend/devstack/target/lib/*' org.hehuo.devstack.Launcher

.PHONY: help run test check bench mutation format openapi reset clean preflight stopped backend-tests browser-tests

help: ## What there is to do
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

run: preflight $(APP) ## Start everything, show the address and the people to sign in as; Ctrl-C stops all
	@exec $(DEVSTACK) run

test: preflight ## Run every check and every test, against throw-away instances of the real parts
	@node scripts/test.mjs

check: preflight $(NODE_MODULES) ## Formatters, linters, types, and whether generated files are up to date
	$(MVN) verify -DskipTests
	diff -u openapi.yaml $(CONTRACT)
	frontend/node_modules/.bin/redocly lint openapi.yaml
	npm run check --prefix frontend

bench: preflight $(START_CACHE) ## Load the application as shipped beside pgbench with the same statements (TOPICS, ROUNDS, SECONDS, CASES)
	@HEHUO_DEMO=false HEHUO_LIMITS_READING=100000000 HEHUO_LIMITS_WRITING=100000000 $(DEVSTACK) around node backend/bench/bench.mjs

mutation: preflight ## Change the rules line by line and see whether the plain tests notice (85 % must be)
	$(MVN) -pl app -am -Pmutation test

format: preflight $(NODE_MODULES) ## Write what the formatters want
	$(MVN) spotless:apply
	npm run format --prefix frontend

openapi: preflight $(NODE_MODULES) ## Write openapi.yaml from the code, and the screens' types from it
	$(MVN) package -Dmaven.test.skip
	cp $(CONTRACT) openapi.yaml
	npm run api --prefix frontend

reset: stopped ## Forget all data of `make run`, so that its next start loads the demo data anew
	@rm -rf .devstack/data

clean: stopped ## Remove all that was built, and the data of `make run`
	@rm -rf .devstack frontend/dist frontend/node_modules backend/*/target

backend-tests: preflight $(SPA)
	@scripts/program nginx nginx-light
	$(MVN) verify

# The tests play the provider of the map.
browser-tests: export HEHUO_MAP_TILES := http://tiles.test/{z}/{x}/{y}.png
browser-tests: export HEHUO_MAP_ATTRIBUTION := © 某地图 https://tiles.test/licence
browser-tests: preflight $(APP)
	@scripts/program "$${CHROMIUM:-chromium}" chromium fonts-noto-cjk
	@$(DEVSTACK) around npm run e2e --prefix frontend

preflight:
	@scripts/preflight

stopped:
	@! kill -0 "$$(head -1 .devstack/data/postgresql/postmaster.pid 2>/dev/null)" 2>/dev/null || \
	  { echo 'Stop `make run` first: its PostgreSQL still works on the data.'; exit 1; }

$(NODE_MODULES): frontend/package-lock.json | preflight
	@scripts/step 'Frontend packages' npm ci --prefix frontend --no-audit --no-fund
	@touch $@

$(SPA): $(NODE_MODULES) $(shell find frontend/src frontend/public frontend/index.html frontend/*.js frontend/package.json -type f) | preflight
	@scripts/step 'Frontend built' npm run build --prefix frontend
	@touch $@

$(APP): $(SPA) $(shell find backend -path '*/src/main/*' -type f -o -name pom.xml) | preflight
	@scripts/step 'Backend built' $(MVN) package -Dmaven.test.skip
	@touch $@

# What the application learns in a training run, so that it starts in half the time; for a build that is to be shipped.
$(START_CACHE): $(APP) | preflight
	@scripts/step 'Start cache' env HEHUO_LIMITS_READING=100000000 $(DEVSTACK) train
