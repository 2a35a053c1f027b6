/** The district's table on AWS, made from the definition that the local engine uses too. */
import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { TableAction } from "../../schemas/operation.ts";
import { type KeyAttribute, tableDefinition } from "../../schemas/table.ts";

const attribute = ({ name, type }: KeyAttribute) => ({
  name,
  type: type === "S" ? AttributeType.STRING : AttributeType.NUMBER,
});

/**
 * One table in one region, on demand, with point-in-time recovery; a deploy can neither delete nor replace it silently.
 * `AWS::DynamoDB::Table` and not the global kind, so that local CloudFormation emulators can rehearse a deploy.
 */
export class DistrictTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
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

  /** Statements that allow exactly `actions`: all of them on the table, `Query` on its indexes by name as well. */
  statements(actions: readonly TableAction[]): PolicyStatement[] {
    const arn = this.table.tableArn;
    const names = [...new Set(actions)].sort().map((action) => `dynamodb:${action}`);
    if (names.length === 0) return [];
    const statements = [new PolicyStatement({ actions: names, resources: [arn] })];
    if (actions.includes("Query")) {
      const indexes = tableDefinition.indexes.map(({ name }) => `${arn}/index/${name}`);
      statements.push(new PolicyStatement({ actions: ["dynamodb:Query"], resources: indexes }));
    }
    return statements;
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
