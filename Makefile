SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

export JAVA_HOME := $(shell scripts/jdk)

MVN := mvn -B -ntp -f backend/pom.xml
APP := backend/app/target/quarkus-app/quarkus-run.jar
SPA := frontend/dist/index.html
NODE_MODULES := frontend/node_modules/.package-lock.json
DEVSTACK := $(JAVA_HOME)/bin/java -cp 'backend/devstack/target/classes:backend/devstack/target/lib/*' org.hehuo.devstack.Launcher

.PHONY: help run test check format openapi reset clean preflight

help: ## What there is to do
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

run: preflight $(APP) ## Start everything, show the address and the people to sign in as; Ctrl-C stops all
	@exec $(DEVSTACK) run

reset: preflight ## Forget the product's data, so that the next run loads the demo data anew

clean: ## Remove all that was built, and the data of `make run`
	@rm -rf .devstack frontend/dist frontend/node_modules backend/*/target

preflight:
	@scripts/preflight

$(NODE_MODULES): frontend/package-lock.json | preflight
	@scripts/step 'Frontend packages' npm ci --prefix frontend --no-audit --no-fund
	@touch $@

$(SPA): $(NODE_MODULES) $(shell find frontend/src frontend/public frontend/index.html frontend/*.js frontend/package.json -type f) | preflight
	@scripts/step 'Frontend built' npm run build --prefix frontend
	@touch $@

$(APP): $(SPA) $(shell find backend -path '*/src/main/*' -type f -o -name pom.xml) | preflight
	@scripts/step 'Backend built' $(MVN) package -DskipTests
	@touch $@
