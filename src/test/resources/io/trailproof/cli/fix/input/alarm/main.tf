variable "name" {
  type = string
}

variable "threshold" {
  type = number
}

variable "actions" {
  type    = list(string)
  default = []
}

resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_name          = var.name
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  metric_name         = var.name
  namespace           = "Audit"
  period              = 300
  statistic           = "Sum"
  threshold           = var.threshold
  alarm_actions       = var.actions
}
