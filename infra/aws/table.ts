/** The district's table on AWS, made from the definition that the local engine uses too. */
import { Aws, RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { AnyPrincipal, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { JobAction } from "../../schemas/operation.ts";
import { type KeyAttribute, tableDefinition } from "../../schemas/table.ts";
import { appendOnlyDenial, tableGrants } from "./grants.ts";

const attribute = ({ name, type }: KeyAttribute) => ({
  name,
  type: type === "S" ? AttributeType.STRING : AttributeType.NUMBER,
});

/** Nobody of the account alters the journal, administrators included: they would have to change the stack first. */
const appendOnlyPolicy = (): PolicyDocument => {
  // A table's policy applies to the table; its own ARN here would be a circle.
  const denial = PolicyStatement.fromJson(appendOnlyDenial("*"));
  denial.addPrincipals(new AnyPrincipal());
  return new PolicyDocument({ statements: [denial] });
};

/** What DynamoDB does with the key in the name of whoever uses the table. */
const KEY_ACTIONS = [
  "CreateGrant",
  "Decrypt",
  "DescribeKey",
  "Encrypt",
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "ReEncryptFrom",
  "ReEncryptTo",
];

/**
 * One table in one region, on demand, with point-in-time recovery; a deploy can neither delete nor replace it silently.
 * `AWS::DynamoDB::Table` and not the global kind, so that local CloudFormation emulators can rehearse a deploy.
 */
export class DistrictTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { customerKey }: { readonly customerKey: boolean }) {
    super(scope, id);
    this.table = new Table(this, "Table", {
      partitionKey: attribute(tableDefinition.partition),
      sortKey: attribute(tableDefinition.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      stream: StreamViewType[tableDefinition.stream],
      timeToLiveAttribute: tableDefinition.ttl,
      resourcePolicy: appendOnlyPolicy(),
      ...(customerKey ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: this.#key() } : {}),
    });
    for (const index of tableDefinition.indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: attribute(index.partition),
        sortKey: attribute(index.sort),
        projectionType: ProjectionType[index.projection],
      });
    }
  }

  /** A key for whoever may use the table, through DynamoDB alone. Without it every row is lost, so it is retained. */
  #key(): Key {
    const key = new Key(this, "Key", { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: KEY_ACTIONS.map((action) => `kms:${action}`),
        resources: ["*"],
        conditions: {
          StringEquals: {
            "kms:CallerAccount": Aws.ACCOUNT_ID,
            "kms:ViaService": `dynamodb.${Aws.REGION}.${Aws.URL_SUFFIX}`,
          },
        },
      }),
    );
    return key;
  }

  /** Statements that allow exactly `actions` and deny to alter what is append-only. */
  statements(actions: readonly JobAction[]): PolicyStatement[] {
    return tableGrants(actions, this.table.tableArn).map((grant) => PolicyStatement.fromJson(grant));
  }

  /** Statement that lets an event source mapping read the table's stream. */
  streamStatement(): PolicyStatement {
    const actions = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];
    return new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [this.streamArn()],
    });
  }

  /** ARN of the table's stream. */
  streamArn(): string {
    if (this.table.tableStreamArn === undefined) throw new Error("the table has no stream");
    return this.table.tableStreamArn;
  }
}
