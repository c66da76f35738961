package io.trailproof.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A repository as a hook finds it: YAML and JSON files of other tools, and templates that hold
 * nothing of the chain. No two files of a kind are the same.
 */
public final class ForeignFiles {
  private static final int OPERATIONS = 25;
  private static final int PACKAGES = 40;

  /** One kind of file: its name below the folder of its number, and its text. */
  private record Kind(String name, IntFunction<String> text) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("k8s/deployment.yaml", ForeignFiles::deployment),
          new Kind("k8s/all.yaml", i -> deployment(i) + "---\n" + service(i)),
          new Kind("chart/values.yaml", ForeignFiles::values),
          new Kind("chart/templates/deployment.yaml", ForeignFiles::helm),
          new Kind("compose.yaml", ForeignFiles::compose),
          new Kind("openapi.yaml", ForeignFiles::openApi),
          new Kind("openapi.json", ForeignFiles::openApiJson),
          new Kind("package.json", ForeignFiles::packageJson),
          new Kind("tsconfig.json", ForeignFiles::tsconfig),
          new Kind("ci/workflow.yml", ForeignFiles::workflow),
          new Kind("sam/template.yaml", ForeignFiles::sam),
          new Kind("lambda/template.json", ForeignFiles::lambda));

  private ForeignFiles() {}

  /** Writes as many files as the second argument says into the folder named. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    for (int i = 0; i < count; i++) {
      Kind kind = KINDS.get(i % KINDS.size());
      String service = String.format(Locale.ROOT, "service-%04d", i / KINDS.size());
      Path file = folder.resolve(service).resolve(kind.name());
      Files.createDirectories(file.getParent());
      Files.writeString(file, kind.text().apply(i));
    }
  }

  private static String deployment(int i) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: service-%1$d
      labels: { app: service-%1$d, tier: backend }
    spec:
      replicas: 3
      selector:
        matchLabels:
          app: service-%1$d
      template:
        metadata:
          labels:
            app: service-%1$d
        spec:
          containers:
            - name: main
              image: "registry.test/service:%1$d"
              ports:
                - containerPort: 8080
              env:
                - name: STAGE
                  value: production
                - name: TOKEN
                  valueFrom:
                    secretKeyRef: { name: service-%1$d, key: token }
              resources:
                limits: { cpu: 500m, memory: 512Mi }
              readinessProbe:
                httpGet:
                  path: /ready
                  port: 8080
    """
        .formatted(i);
  }

  private static String service(int i) {
    return """
    apiVersion: v1
    kind: Service
    metadata:
      name: service-%1$d
    spec:
      selector:
        app: service-%1$d
      ports:
        - port: 80
          targetPort: 8080
    """
        .formatted(i);
  }

  private static String values(int i) {
    return """
    # Values of the chart
    replicaCount: %1$d
    image:
      repository: registry.test/service-%1$d
      tag: "1.%1$d.0"
      pullPolicy: IfNotPresent
    ingress:
      enabled: true
      hosts:
        - host: service-%1$d.test
          paths: ["/", "/api"]
    resources: {}
    nodeSelector: {}
    tolerations: []
    """
        .formatted(i);
  }

  private static String helm(int i) {
    return """
    {{- if .Values.enabled }}
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: {{ include "service.fullname" . }}-%1$d
      labels:
        {{- include "service.labels" . | nindent 4 }}
    spec:
      replicas: {{ .Values.replicaCount }}
      template:
        spec:
          containers:
            - name: {{ .Chart.Name }}
              image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
              resources:
                {{- toYaml .Values.resources | nindent 12 }}
    {{- end }}
    """
        .formatted(i);
  }

  private static String compose(int i) {
    return """
    services:
      web-%1$d:
        build: .
        ports:
          - "80%1$d:80"
        environment: &environment
          STAGE: test
          DATABASE: postgres://db/%1$d
        depends_on:
          - db
      worker:
        image: worker:%1$d
        environment: *environment
      db:
        image: postgres:16
        volumes:
          - data:/var/lib/postgresql/data
    volumes:
      data: {}
    """
        .formatted(i);
  }

  private static String openApi(int i) {
    StringBuilder text =
        new StringBuilder(
            "openapi: 3.0.3\ninfo:\n  title: Service " + i + "\n  version: 1.0.0\npaths:\n");
    for (int n = 0; n < OPERATIONS; n++) {
      text.append(
          """
            /things-%1$d/{id}:
              get:
                operationId: getThing%1$d
                description: >-
                  Finds thing %1$d by its id, as the catalogue has it, or says that there is none.
                parameters:
                  - name: id
                    in: path
                    required: true
                    schema: { type: string, format: uuid }
                responses:
                  '200':
                    description: found
                    content:
                      application/json:
                        schema:
                          $ref: '#/components/schemas/Thing%1$d'
                  '404':
                    description: not found
          """
              .formatted(n));
    }
    return text.toString();
  }

  private static String openApiJson(int i) {
    StringBuilder text =
        new StringBuilder(
            "{\n  \"openapi\": \"3.0.3\",\n  \"info\": { \"title\": \"Service " + i + "\" },\n");
    text.append("  \"paths\": {");
    for (int n = 0; n < OPERATIONS; n++) {
      text.append(n == 0 ? "\n" : ",\n")
          .append(
              """
                  "/things-%1$d/{id}": {
                    "get": {
                      "operationId": "getThing%1$d",
                      "parameters": [
                        { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }
                      ],
                      "responses": {
                        "200": {
                          "description": "found",
                          "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing%1$d" } } }
                        },
                        "404": { "description": "not found" }
                      }
                    }
                  }\
              """
                  .formatted(n));
    }
    return text.append("\n  }\n}\n").toString();
  }

  private static String packageJson(int i) {
    StringBuilder text =
        new StringBuilder(
            "{\n  \"name\": \"service-"
                + i
                + "\",\n  \"version\": \"1.0.0\",\n  \"scripts\": {\n"
                + "    \"build\": \"tsc -p .\",\n    \"test\": \"jest\"\n  },\n"
                + "  \"dependencies\": {\n");
    for (int n = 0; n < PACKAGES; n++) {
      text.append("    \"package-").append(n).append("\": \"^").append(n).append(".0.1\"");
      text.append(n + 1 < PACKAGES ? ",\n" : "\n");
    }
    return text.append("  }\n}\n").toString();
  }

  private static String tsconfig(int i) {
    return """
    {
      // as the compiler itself writes it
      "compilerOptions": {
        "target": "es2022", /* what Node runs */
        "module": "commonjs",
        // "rootDir": "./src",
        "outDir": "./out-%1$d",
        "strict": true,
      },
      "include": ["src/**/*"],
    }
    """
        .formatted(i);
  }

  private static String workflow(int i) {
    return """
    name: build %1$d
    on:
      push:
        branches: [main]
    jobs:
      build:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          - run: |
              npm ci
              npm test
          - run: echo "${{ secrets.TOKEN }}" | deploy %1$d
    """
        .formatted(i);
  }

  private static String sam(int i) {
    return """
    AWSTemplateFormatVersion: '2010-09-09'
    Transform: AWS::Serverless-2016-10-31
    Description: service %1$d
    Parameters:
      Stage:
        Type: String
        Default: test
    Globals:
      Function:
        Runtime: nodejs20.x
        Timeout: 10
    Resources:
      Api:
        Type: AWS::Serverless::Api
        Properties:
          StageName: !Ref Stage
      Get:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: src/
          Handler: index.handler
          Policies:
            - DynamoDBReadPolicy:
                TableName: !Ref Table
          Environment:
            Variables:
              TABLE: !Ref Table
              NAME: !Sub "service-%1$d-${Stage}"
          Events:
            Get:
              Type: Api
              Properties: { Path: /things, Method: get, RestApiId: !Ref Api }
      Table:
        Type: AWS::DynamoDB::Table
        Properties:
          BillingMode: PAY_PER_REQUEST
          AttributeDefinitions:
            - { AttributeName: id, AttributeType: S }
          KeySchema:
            - { AttributeName: id, KeyType: HASH }
    Outputs:
      Url:
        Value: !Sub "https://${Api}.execute-api.${AWS::Region}.amazonaws.com/${Stage}"
    """
        .formatted(i);
  }

  private static String lambda(int i) {
    return """
    {
      "AWSTemplateFormatVersion": "2010-09-09",
      "Resources": {
        "Role": {
          "Type": "AWS::IAM::Role",
          "Properties": {
            "AssumeRolePolicyDocument": {
              "Version": "2012-10-17",
              "Statement": [
                { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
              ]
            }
          }
        },
        "Function": {
          "Type": "AWS::Lambda::Function",
          "Properties": {
            "FunctionName": "service-%1$d",
            "Runtime": "python3.12",
            "Handler": "index.handler",
            "Role": { "Fn::GetAtt": ["Role", "Arn"] },
            "Code": { "S3Bucket": "code", "S3Key": "service-%1$d.zip" }
          }
        },
        "Logs": {
          "Type": "AWS::Logs::LogGroup",
          "Properties": { "LogGroupName": "/aws/lambda/service-%1$d", "RetentionInDays": 14 }
        },
        "Errors": {
          "Type": "AWS::CloudWatch::Alarm",
          "Properties": {
            "Namespace": "AWS/Lambda",
            "MetricName": "Errors",
            "Dimensions": [{ "Name": "FunctionName", "Value": { "Ref": "Function" } }],
            "Statistic": "Sum",
            "Period": 300,
            "EvaluationPeriods": 1,
            "Threshold": 1,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold"
          }
        }
      }
    }
    """
        .formatted(i);
  }
}
